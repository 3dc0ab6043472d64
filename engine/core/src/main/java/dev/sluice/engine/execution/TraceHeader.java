package dev.sluice.engine.execution;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code X-Amzn-Trace-Id} of one exchange (data-plane section 2), and what the exchange's own segment needs of it.
 *
 * @param value {@code Root=1-...[;Parent=...;Sampled=0|1]}: what goes to the endpoint and comes back to the client
 * @param segmentId id of the gateway's own segment; empty if the exchange is not traced
 * @param parentId the segment the caller named; empty if there is none
 */
public record TraceHeader(String value, String segmentId, String parentId) {
    static final String NAME = "X-Amzn-Trace-Id";

    private static final String SAMPLED = "Sampled=1";
    private static final String NOT_SAMPLED = "Sampled=0";

    /**
     * The trace of an exchange that the gateway takes part in: the stage is traced, or the caller says
     * {@code Sampled=1}. Null otherwise.
     *
     * <p>On a traced stage the gateway's segment is the parent of what follows, whoever the caller's was; on another
     * stage the caller's header is kept as it is (recorded). What a traced stage answers to a header with a parent is
     * not public [unsure].
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    static @Nullable TraceHeader recorded(
            Optional<String> sent, boolean tracingEnabled, SamplingRule rule, RequestIds ids, long nowNanos) {
        boolean asked = sent.isPresent() && sent.get().contains(SAMPLED);
        if (!tracingEnabled) {
            return asked ? continuing(sent, ids, nowNanos).withSegment(ids.segmentId()) : null;
        }
        boolean refused = sent.isPresent() && sent.get().contains(NOT_SAMPLED);
        boolean sampled = asked || (!refused && rule.samples(ids, nowNanos));
        String root = sent.map(header -> field(header, "Root"))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> ids.traceRoot(nowNanos));
        String own = ids.segmentId();
        return new TraceHeader(
                "Root=" + root + ";Parent=" + own + ";" + (sampled ? SAMPLED : NOT_SAMPLED),
                sampled ? own : "",
                sent.map(header -> field(header, "Parent")).orElse(""));
    }

    /**
     * Keeps a trace id the client sent; a root alone gets a parent; none at all gets a new root.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    static TraceHeader continuing(Optional<String> sent, RequestIds ids, long nowNanos) {
        if (sent.isEmpty() || !sent.get().contains("Root=")) {
            return new TraceHeader("Root=" + ids.traceRoot(nowNanos), "", "");
        }
        String value = sent.get();
        return new TraceHeader(
                value.contains("Parent=") ? value : value + ";Parent=" + ids.segmentId(), "", field(value, "Parent"));
    }

    private TraceHeader withSegment(String id) {
        return new TraceHeader(value, id, parentId);
    }

    /** Whether the exchange leaves a segment. */
    public boolean isSampled() {
        return !segmentId.isEmpty();
    }

    /** The root: the trace's own id. */
    public String root() {
        return field(value, "Root");
    }

    /** Value of {@code name=value} between semicolons; empty if it is not there. */
    private static String field(String header, String name) {
        for (String part : header.split(";")) {
            String field = part.strip();
            if (field.startsWith(name) && field.length() > name.length() && field.charAt(name.length()) == '=') {
                return field.substring(name.length() + 1);
            }
        }
        return "";
    }
}
