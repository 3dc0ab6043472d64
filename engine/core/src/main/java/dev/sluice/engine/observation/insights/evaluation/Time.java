package dev.sluice.engine.observation.insights.evaluation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant as a value.
 *
 * @param millis since 1970-01-01T00:00Z
 */
record Time(long millis) implements Comparable<Time> {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public int compareTo(Time other) {
        return Long.compare(millis, other.millis);
    }

    /** As results show it: {@code 2026-11-23 20:30:30.000}, UTC. */
    @Override
    public String toString() {
        return FORMAT.format(Instant.ofEpochMilli(millis));
    }
}
