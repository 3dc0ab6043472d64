package dev.sluice.engine.observation.insights;

import java.util.ArrayList;
import java.util.List;

/** Events of a test, one a second unless said otherwise. */
final class ListedEvents implements LogEvents {
    /** 2026-11-23T20:30:00Z, in milliseconds. */
    static final long START = 1_795_465_800_000L;

    private record Event(long millis, String message) {}

    private final List<Event> events = new ArrayList<>();

    static ListedEvents of(String... messages) {
        var events = new ListedEvents();
        for (String message : messages) {
            events.add(START + 1_000L * events.size(), message);
        }
        return events;
    }

    ListedEvents add(long millis, String message) {
        events.add(new Event(millis, message));
        return this;
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public long timestampMillis(int index) {
        return events.get(index).millis();
    }

    @Override
    public long ingestionMillis(int index) {
        return events.get(index).millis() + 7;
    }

    @Override
    public String message(int index) {
        return events.get(index).message();
    }

    @Override
    public String logStream(int index) {
        return "stream-" + index % 2;
    }

    @Override
    public String log(int index) {
        return "123456789012:group";
    }

    @Override
    public String pointer(int index) {
        return "ptr" + index;
    }
}
