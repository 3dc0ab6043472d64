package dev.sluice.engine.observation.tracing;

import dev.sluice.engine.journal.ColdStart;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.JournalEntry.AuthorizerAnswered;
import dev.sluice.engine.journal.JournalEntry.AuthorizerCalled;
import dev.sluice.engine.journal.JournalEntry.EndpointAnswered;
import dev.sluice.engine.journal.JournalEntry.EndpointRequested;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.journal.TraceFacts;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The gateway's segment of one traced exchange as X-Ray's JSON (data-plane section 16), with a subsegment for each call
 * it made. Times are seconds since 1970 with a fraction.
 */
public final class SegmentDocument {
    private static final double NANOS_A_SECOND = 1e9;

    /** Status of an authorizer's invocation that came back: what a function did wrong is in its payload. */
    private static final int OK = 200;

    private final ExchangeRecord exchange;
    private final TraceFacts trace;
    private final Place place;
    private final Optional<ColdStart> coldStart;

    private SegmentDocument(ExchangeRecord exchange, Optional<ColdStart> coldStart) {
        this.exchange = exchange;
        this.coldStart = coldStart;
        this.trace = exchange.trace().orElseThrow();
        this.place = exchange.place();
    }

    /**
     * The document of a traced exchange.
     *
     * @throws java.util.NoSuchElementException if the exchange is not traced
     */
    public static String of(ExchangeRecord exchange) {
        return of(exchange, Optional.empty());
    }

    /**
     * The document of a traced exchange with the cold start of its function.
     *
     * @param coldStart what {@link dev.sluice.engine.journal.FunctionLog#coldStart} knows
     * @throws java.util.NoSuchElementException if the exchange is not traced
     */
    public static String of(ExchangeRecord exchange, Optional<ColdStart> coldStart) {
        return new SegmentDocument(exchange, coldStart).segment().toString();
    }

    private ObjectNode segment() {
        ObjectNode segment = JsonMapper.shared().createObjectNode();
        segment.put("id", trace.segmentId());
        segment.put("name", place.apiName() + "/" + place.stage());
        segment.put("start_time", exchange.startNanos() / NANOS_A_SECOND);
        segment.put("end_time", exchange.endNanos() / NANOS_A_SECOND);
        segment.put("trace_id", trace.traceId());
        if (!trace.parentId().isEmpty()) {
            segment.put("parent_id", trace.parentId());
        }
        segment.put("origin", "AWS::ApiGateway::Stage");
        segment.put(
                "resource_arn",
                "arn:aws:apigateway:" + place.region() + "::/restapis/" + place.apiId() + "/stages/" + place.stage());
        flag(segment, exchange.status());
        http(segment);
        aws(segment);
        annotations(segment);
        subsegments(segment);
        return segment;
    }

    /** 429 is throttled and a client's error, 5xx the gateway's or its endpoint's fault. */
    private static void flag(ObjectNode segment, int status) {
        if (status == 429) {
            segment.put("throttle", true);
        }
        if (status >= 400 && status < 500) {
            segment.put("error", true);
        }
        if (status >= 500) {
            segment.put("fault", true);
        }
    }

    private void http(ObjectNode segment) {
        ObjectNode http = segment.putObject("http");
        ObjectNode request = http.putObject("request");
        request.put("url", trace.url());
        request.put("method", exchange.httpMethod());
        if (!trace.userAgent().isEmpty()) {
            request.put("user_agent", trace.userAgent());
        }
        request.put("client_ip", exchange.sourceIp());
        request.put("x_forwarded_for", true);
        response(http, exchange.status(), exchange.responseBytes());
    }

    private static void response(ObjectNode http, int status, int bytes) {
        ObjectNode response = http.putObject("response");
        response.put("status", status);
        response.put("content_length", bytes);
    }

    private void aws(ObjectNode segment) {
        ObjectNode aws = segment.putObject("aws");
        aws.putObject("xray").put("sampling_rule_name", "Default");
        ObjectNode gateway = aws.putObject("api_gateway");
        gateway.put("account_id", place.accountId());
        gateway.put("rest_api_id", place.apiId());
        gateway.put("stage", place.stage());
        gateway.put("request_id", exchange.requestId());
    }

    private void annotations(ObjectNode segment) {
        ObjectNode annotations = segment.putObject("annotations");
        annotations.put("aws:api_id", place.apiId());
        annotations.put("aws:api_stage", place.stage());
        ObjectNode metadata = segment.putObject("metadata").putObject("default");
        metadata.put("extended_request_id", exchange.extendedRequestId());
        metadata.put("request_id", exchange.requestId());
    }

    /** Each call with its answer, an authorizer's first; a call nobody answered ends with the exchange. */
    private void subsegments(ObjectNode segment) {
        ArrayNode subsegments = JsonMapper.shared().createArrayNode();
        Subsegment open = null;
        for (JournalEntry entry : exchange.entries()) {
            Optional<Subsegment> begun = begun(entry, subsegments.size());
            if (begun.isPresent()) {
                open = begun.get();
            } else if (open != null) {
                Optional<ObjectNode> ended = ended(open, entry);
                if (ended.isPresent()) {
                    subsegments.add(ended.get());
                    open = null;
                }
            }
        }
        if (open != null) {
            subsegments.add(open.unanswered());
        }
        if (!subsegments.isEmpty()) {
            segment.set("subsegments", subsegments);
        }
    }

    private Optional<Subsegment> begun(JournalEntry entry, int index) {
        return switch (entry) {
            case AuthorizerCalled called ->
                Optional.of(new Subsegment(exchange, called.nanos(), "POST", called.uri(), index));
            case EndpointRequested requested ->
                Optional.of(new Subsegment(exchange, requested.nanos(), requested.method(), requested.uri(), index)
                        .startingCold(coldStart));
            default -> Optional.empty();
        };
    }

    private static Optional<ObjectNode> ended(Subsegment open, JournalEntry entry) {
        return switch (entry) {
            case AuthorizerAnswered answered ->
                Optional.of(open.answered(answered.nanos(), OK, answered.body().length()));
            case EndpointAnswered answered ->
                Optional.of(open.answered(answered.nanos(), answered.status(), answered.bodyBytes()));
            default -> Optional.empty();
        };
    }
}
