package dev.sluice.engine.execution;

import java.util.Optional;

/**
 * The {@code X-Amzn-Trace-Id} of one exchange (data-plane section 2).
 *
 * @param value {@code Root=1-...[;Parent=...;Sampled=0|1]}: what goes to the endpoint and comes back to the client
 */
public record TraceHeader(String value) {

    /**
     * Keeps a trace id the client sent; a root alone gets a parent; none at all gets a new root.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    static TraceHeader continuing(Optional<String> sent, RequestIds ids, long nowNanos) {
        if (sent.isEmpty() || !sent.get().contains("Root=")) {
            return new TraceHeader("Root=" + ids.traceRoot(nowNanos));
        }
        String value = sent.get();
        return new TraceHeader(value.contains("Parent=") ? value : value + ";Parent=" + ids.segmentId());
    }

    /** The root: the trace's own id. */
    public String root() {
        int start = value.indexOf("Root=") + 5;
        int end = value.indexOf(';', start);
        return end < 0 ? value.substring(start) : value.substring(start, end);
    }
}
