package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.states.State.Until;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** When a Wait ends. */
final class Waiting {
    private static final long SECOND = 1_000_000_000L;

    private Waiting() {}

    /** Nanoseconds since 1970-01-01T00:00Z, not before now. */
    static long end(Until until, JsonNode input, Scope scope, long nowNanos) throws StateFailure {
        long end = switch (until) {
            case Until.Seconds(long seconds) -> nowNanos + seconds * SECOND;
            case Until.Timestamp(long nanos) -> nanos;
            case Until.SecondsPath(DataPath path) -> nowNanos + seconds(path, input, scope) * SECOND;
            case Until.TimestampPath(DataPath path) ->
                path.in(input, scope.context())
                        .flatMap(Comparison::instant)
                        .map(Waiting::nanos)
                        .orElseThrow(
                                () -> new StateFailure("States.Runtime", "The TimestampPath leads to no timestamp."));
        };
        return Math.max(end, nowNanos);
    }

    /** At most what fits: the year 2262. */
    static long nanos(Instant instant) {
        long seconds = Math.max(0, Math.min(instant.getEpochSecond(), Long.MAX_VALUE / SECOND - 1));
        return seconds * SECOND + instant.getNano();
    }

    private static long seconds(DataPath path, JsonNode input, Scope scope) throws StateFailure {
        JsonNode value = path.in(input, scope.context())
                .filter(JsonNode::isNumber)
                .orElseThrow(() -> new StateFailure("States.Runtime", "The SecondsPath leads to no number."));
        long seconds = (long) value.doubleValue();
        if (seconds < 0 || seconds > State.Task.NO_TIMEOUT) {
            throw new StateFailure("States.Runtime", "The SecondsPath leads to " + seconds + ", which is no wait.");
        }
        return seconds;
    }
}
