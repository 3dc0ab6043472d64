package dev.sluice.app.watch;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.FunctionLogEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The newest requests and lines of functions, newest first. It drops the oldest and says how many it could not show; it
 * never falls behind.
 */
public final class LiveLogModel {
    /** Rows kept at most. */
    public static final int CAPACITY = 5_000;

    private final ArrayDeque<LogRow> kept = new ArrayDeque<>(CAPACITY);
    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper();
    private final Names names;
    private long requests;
    private long functionLines;
    private long missed;
    private long sincePause;

    public LiveLogModel(Names names) {
        this.names = names;
        filter.subscribe(this::refresh);
        paused.subscribe(this::refresh);
    }

    /** What the table shows: the kept rows that the filter lets through, as of the last moment without pause. */
    public ObservableList<LogRow> rows() {
        return rows;
    }

    /** Text that a shown row must have in one of its columns; empty for all. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** While true the table stands still; requests are taken in all the same. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** How many rows are shown of how many requests. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /**
     * Takes in what a frame brought.
     *
     * @param records oldest first
     * @param newlyMissed requests that came but are not among the records
     */
    public void take(List<ExchangeRecord> records, long newlyMissed) {
        take(records, newlyMissed, List.of());
    }

    /**
     * Takes in what a frame brought. Rows of one frame are put in the order in which things ended.
     *
     * @param records oldest first
     * @param newlyMissed requests and entries that came but are not among those given
     * @param functionEntries what functions left in their logs, oldest first
     */
    public void take(List<ExchangeRecord> records, long newlyMissed, List<FunctionLogEntry> functionEntries) {
        if (records.isEmpty() && newlyMissed == 0 && functionEntries.isEmpty()) {
            return;
        }
        List<LogRow> brought = brought(records, functionEntries);
        for (LogRow row : brought) {
            if (kept.size() == CAPACITY) {
                kept.removeLast();
            }
            kept.addFirst(row);
        }
        requests += records.size() + newlyMissed;
        functionLines += brought.size() - records.size();
        missed += newlyMissed;
        sincePause = paused.get() ? sincePause + brought.size() + newlyMissed : 0;
        refresh();
    }

    private List<LogRow> brought(List<ExchangeRecord> records, List<FunctionLogEntry> functionEntries) {
        var rows = new ArrayList<LogRow>(records.size() + 2 * functionEntries.size());
        functionEntries.forEach(entry -> rows.addAll(FunctionRow.of(entry)));
        records.forEach(exchange -> rows.add(new RequestRow(exchange, names)));
        if (!functionEntries.isEmpty()) {
            // Stable: at the same nanosecond a function ends before the request that waited for it.
            rows.sort(Comparator.comparingLong(LogRow::nanos));
        }
        return rows;
    }

    /** Forgets every row; the next request is the first again. */
    public void clear() {
        kept.clear();
        requests = 0;
        functionLines = 0;
        missed = 0;
        sincePause = 0;
        paused.set(false);
        refresh();
    }

    private void refresh() {
        if (!paused.get()) {
            sincePause = 0;
            String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
            rows.setAll(
                    wanted.isEmpty()
                            ? kept
                            : kept.stream().filter(row -> row.contains(wanted)).toList());
        }
        summary.set(summarised());
    }

    private String summarised() {
        if (paused.get()) {
            return text("log.paused", Numbers.count(sincePause));
        }
        String shown = functionLines == 0
                ? text("log.summary", Numbers.count(rows.size()), Numbers.count(requests))
                : text(
                        "log.summaryWithFunctions",
                        Numbers.count(rows.size()),
                        Numbers.count(requests),
                        Numbers.count(functionLines));
        return missed == 0 ? shown : shown + text("log.missed", Numbers.count(missed));
    }
}
