package dev.sluice.engine.aws.xray;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.observation.tracing.SegmentDocument;
import dev.sluice.engine.observation.tracing.Traces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The segments of one trace, oldest first; each is a document of X-Ray's.
 *
 * @param segments one or more
 */
record Trace(String id, List<JsonNode> segments) {
    private static final double NANOS_A_SECOND = 1e9;

    /** Traces with a segment that is wanted, oldest first. */
    static List<Trace> of(Engine engine, Predicate<ExchangeRecord> wanted) {
        var byId = new LinkedHashMap<String, List<JsonNode>>();
        for (ExchangeRecord exchange :
                engine.observation().traces().read(0, Traces.EXCHANGES).records()) {
            if (wanted.test(exchange)) {
                byId.computeIfAbsent(exchange.trace().orElseThrow().traceId(), ignored -> new ArrayList<>())
                        .add(document(engine, exchange));
            }
        }
        return byId.entrySet().stream().map(Trace::of).toList();
    }

    private static JsonNode document(Engine engine, ExchangeRecord exchange) {
        String document = SegmentDocument.of(exchange, engine.functionLog().coldStart(exchange));
        return Json.readObject(document).orElseThrow();
    }

    private static Trace of(Map.Entry<String, List<JsonNode>> entry) {
        return new Trace(entry.getKey(), List.copyOf(entry.getValue()));
    }

    /** Whether an exchange began in that time, in seconds since 1970. */
    static Predicate<ExchangeRecord> began(double startSeconds, double endSeconds) {
        return exchange -> {
            double began = exchange.startNanos() / NANOS_A_SECOND;
            return began >= startSeconds && began <= endSeconds;
        };
    }

    JsonNode first() {
        return segments.getFirst();
    }

    double start() {
        return segments.stream().mapToDouble(Trace::start).min().orElse(0);
    }

    /** Seconds from the first beginning to the last end. */
    double duration() {
        return segments.stream().mapToDouble(Trace::end).max().orElse(0) - start();
    }

    /** Seconds the client waited. */
    double responseTime() {
        return end(first()) - start(first());
    }

    static double start(JsonNode segment) {
        return segment.path("start_time").doubleValue();
    }

    static double end(JsonNode segment) {
        return segment.path("end_time").doubleValue();
    }

    /** @param name {@code fault}, {@code error} or {@code throttle} */
    boolean has(String name) {
        return segments.stream().anyMatch(segment -> segment.path(name).asBoolean(false));
    }

    int status() {
        return first().at("/http/response/status").asInt(0);
    }

    /** @param member {@code url}, {@code method}, {@code user_agent} or {@code client_ip} */
    String request(String member) {
        return Json.text(first().at("/http/request"), member);
    }
}
