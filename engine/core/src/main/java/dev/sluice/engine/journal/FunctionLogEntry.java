package dev.sluice.engine.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one invocation, or what a function printed, leaves in the function's log. Made of facts; the words, which are
 * Lambda's, come when somebody reads them.
 */
public sealed interface FunctionLogEntry {
    /** When, in nanoseconds since 1970-01-01T00:00Z. */
    long nanos();

    String functionName();

    /** Which environment of the function, counted from 1: a log stream of its own. */
    int environment();

    /** Lambda's id of the invocation; empty outside of one. */
    String requestId();

    /** The lines as Lambda writes them, without line ends. */
    List<String> lines();

    /** The function was handed the event. */
    record Started(long nanos, String functionName, int environment, String requestId) implements FunctionLogEntry {
        @Override
        public List<String> lines() {
            return List.of("START RequestId: " + requestId + " Version: $LATEST");
        }
    }

    /** One line from the function's output, or about it. */
    record Printed(long nanos, String functionName, int environment, String requestId, String text)
            implements FunctionLogEntry {
        @Override
        public List<String> lines() {
            return List.of(text);
        }
    }

    /** How an invocation ended. */
    enum Status {
        RETURNED,
        ERROR,
        TIMED_OUT
    }

    /**
     * The invocation is over.
     *
     * @param durationNanos from the event to the answer
     * @param initNanos what the cold start took before that; -1 in a warm environment
     * @param memorySize megabytes granted; what was used is not measured, so the log says the same for both, as
     *     Lambda's Runtime Interface Emulator does
     */
    record Finished(
            long nanos,
            String functionName,
            int environment,
            String requestId,
            long durationNanos,
            long initNanos,
            int memorySize,
            Status status)
            implements FunctionLogEntry {
        private static final double NANOS_PER_MILLI = 1e6;

        /** Whether the environment was new. */
        public boolean isCold() {
            return initNanos >= 0;
        }

        /** What the event had to wait for; empty in a warm environment. */
        public Optional<ColdStart> coldStart() {
            return isCold()
                    ? Optional.of(new ColdStart(functionName, nanos - durationNanos - initNanos, initNanos))
                    : Optional.empty();
        }

        @Override
        public List<String> lines() {
            String end = "END RequestId: " + requestId;
            return status == Status.TIMED_OUT ? List.of(timedOut(), end, report()) : List.of(end, report());
        }

        private String timedOut() {
            return Instant.ofEpochMilli(nanos / 1_000_000) + " " + requestId + " Task timed out after "
                    + String.format(Locale.ROOT, "%.2f", durationNanos / 1e9) + " seconds";
        }

        private String report() {
            double millis = durationNanos / NANOS_PER_MILLI;
            var report = new StringBuilder("REPORT RequestId: ")
                    .append(requestId)
                    .append(String.format(Locale.ROOT, "\tDuration: %.2f ms", millis))
                    .append("\tBilled Duration: ")
                    .append((long) Math.ceil(millis))
                    .append(" ms\tMemory Size: ")
                    .append(memorySize)
                    .append(" MB\tMax Memory Used: ")
                    .append(memorySize)
                    .append(" MB\t");
            if (isCold()) {
                report.append(String.format(Locale.ROOT, "Init Duration: %.2f ms\t", initNanos / NANOS_PER_MILLI));
            }
            return report.append(
                            switch (status) {
                                case RETURNED -> "";
                                case ERROR -> "Status: error\t";
                                case TIMED_OUT -> "Status: timeout\t";
                            })
                    .toString();
        }
    }
}
