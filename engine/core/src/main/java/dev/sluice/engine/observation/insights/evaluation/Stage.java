package dev.sluice.engine.observation.insights.evaluation;

import com.google.re2j.Matcher;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a command does to one row without knowing the others. Stateless, so that parts of the events run apart. */
@FunctionalInterface
interface Stage {
    /** Hands on none, one or several rows. */
    void row(Row row, Sink next);

    /** Takes rows. */
    @FunctionalInterface
    interface Sink {
        void take(Row row);
    }

    /** A sink that sends rows through the stages. */
    static Sink through(List<Stage> stages, Sink last) {
        Sink sink = last;
        for (Stage stage : stages.reversed()) {
            Sink next = sink;
            sink = row -> stage.row(row, next);
        }
        return sink;
    }

    static Stage filter(Evaluation condition) {
        return (row, next) -> {
            if (Values.isTrue(condition.of(row))) {
                next.take(row);
            }
        };
    }

    static Stage compute(int slot, Evaluation value) {
        return (row, next) -> {
            row.slots[slot] = value.of(row);
            next.take(row);
        };
    }

    /** A row without the glob stays, without the new fields. */
    static Stage parse(Evaluation source, Glob glob, int[] slots) {
        return (row, next) -> {
            String text = Values.text(source.of(row));
            List<String> values = text == null ? null : glob.find(text);
            for (int i = 0; i < slots.length; i++) {
                row.slots[slots[i]] = values == null ? null : values.get(i);
            }
            next.take(row);
        };
    }

    /** A row without a match stays, without the new fields. */
    static Stage parse(Evaluation source, LogPattern pattern, int[] slots) {
        List<String> groups = pattern.groups();
        return (row, next) -> {
            String text = Values.text(source.of(row));
            Matcher match = text == null ? null : pattern.find(text);
            for (int i = 0; i < slots.length; i++) {
                row.slots[slots[i]] = match == null ? null : match.group(groups.get(i));
            }
            next.take(row);
        };
    }

    /** One row for each element; anything but a list counts as a list of one. */
    static Stage unnest(Evaluation list, int slot) {
        return (row, next) -> {
            Object value = list.of(row);
            Collection<?> elements = value instanceof List<?> all ? all : value == null ? List.of() : List.of(value);
            for (Object element : elements) {
                Row copy = row.copy();
                copy.slots[slot] = element instanceof Map || element instanceof List ? element : Values.text(element);
                next.take(copy);
            }
        };
    }
}
