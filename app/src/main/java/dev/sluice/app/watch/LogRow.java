package dev.sluice.app.watch;

import java.util.Locale;
import java.util.stream.Stream;

/** One row of the live log: a request, or a line that a function left. */
public sealed interface LogRow permits RequestRow, FunctionRow {
    /** When it is over, nanoseconds since 1970-01-01T00:00Z: what rows are ordered by. */
    long nanos();

    /** Time of day at which it began. */
    String time();

    /** Stage and path of a request; name and environment of a function. */
    String where();

    /** Status of a request; the kind of a function's line. */
    String status();

    /** How long it took; empty for a function's line that is no end. */
    String latency();

    /** Name of the API key. */
    String key();

    /** Why the gateway itself answered, or what the function's line says. */
    String words();

    /** What stands in the badge: {@code GET}, or what marks a function. */
    String source();

    /** @param wanted lower case; found anywhere in what the row shows */
    default boolean contains(String wanted) {
        return Stream.of(source(), where(), status(), key(), words())
                .anyMatch(shown -> shown.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
