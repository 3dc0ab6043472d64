package dev.sluice.engine.aws.logs;

import dev.sluice.engine.observation.insights.LogEvents;
import dev.sluice.engine.observation.logs.LogEvent;
import java.util.Comparator;
import java.util.List;

/** Events of one or several groups, for a query. */
final class EventList implements LogEvents {
    /** @param log {@code account-id:log-group-name} */
    record Entry(String log, LogEvent event) {}

    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::event, LogEvent.ORDER);

    private final List<Entry> entries;

    /** @param entries in {@link #ORDER} */
    EventList(List<Entry> entries) {
        this.entries = entries;
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public long timestampMillis(int index) {
        return entries.get(index).event().timestampMillis();
    }

    @Override
    public long ingestionMillis(int index) {
        return entries.get(index).event().ingestionMillis();
    }

    @Override
    public String message(int index) {
        return entries.get(index).event().message();
    }

    @Override
    public String logStream(int index) {
        return entries.get(index).event().stream();
    }

    @Override
    public String log(int index) {
        return entries.get(index).log();
    }

    @Override
    public String pointer(int index) {
        return entries.get(index).event().id();
    }
}
