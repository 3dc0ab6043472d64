package dev.sluice.engine.backend.states;

import java.time.Instant;

/** Instants as the language writes them. */
final class Times {
    private Times() {}

    /** RFC 3339 in UTC with milliseconds at most. */
    static String text(long nanos) {
        return Instant.ofEpochMilli(nanos / 1_000_000).toString();
    }
}
