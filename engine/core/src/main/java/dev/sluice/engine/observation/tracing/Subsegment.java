package dev.sluice.engine.observation.tracing;

import dev.sluice.engine.journal.ColdStart;
import dev.sluice.engine.journal.ExchangeRecord;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of the gateway within its segment. A function's is {@code Lambda} in namespace {@code aws}; another
 * endpoint's has its host as name and {@code remote} as namespace [unsure: no example of one is public].
 */
final class Subsegment {
    private static final double NANOS_A_SECOND = 1e9;
    private static final String FUNCTIONS = "/functions/";
    private static final String INVOCATIONS = "/invocations";
    /** Number of the cold start among all that is in a segment: beyond those of the calls. */
    private static final int INITIALIZATION = 1_000;

    private final ExchangeRecord exchange;
    private final long startNanos;
    private final String method;
    private final String uri;
    private final int index;
    private Optional<ColdStart> coldStart = Optional.empty();

    /**
     * @param startNanos when the call was made, nanoseconds since 1970-01-01T00:00Z
     * @param index place among the subsegments of its segment, from 0: part of its id
     */
    Subsegment(ExchangeRecord exchange, long startNanos, String method, String uri, int index) {
        this.exchange = exchange;
        this.startNanos = startNanos;
        this.method = method;
        this.uri = uri;
        this.index = index;
    }

    /** Puts the cold start of the function into it. */
    Subsegment startingCold(Optional<ColdStart> found) {
        coldStart = found;
        return this;
    }

    ObjectNode answered(long endNanos, int status, int bytes) {
        ObjectNode node = call(endNanos);
        if (status == 429) {
            node.put("throttle", true);
        }
        if (status >= 400) {
            node.put(status >= 500 ? "fault" : "error", true);
        }
        ObjectNode response = node.withObject("/http").putObject("response");
        response.put("status", status);
        response.put("content_length", bytes);
        return node;
    }

    /** Timed out, or without a connection. */
    ObjectNode unanswered() {
        return call(exchange.endNanos()).put("fault", true);
    }

    private ObjectNode call(long endNanos) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        String arn = functionArn(uri);
        node.put("id", id());
        node.put("name", arn.isEmpty() ? host(uri) : "Lambda");
        node.put("start_time", startNanos / NANOS_A_SECOND);
        node.put("end_time", endNanos / NANOS_A_SECOND);
        node.put("namespace", arn.isEmpty() ? "remote" : "aws");
        ObjectNode request = node.putObject("http").putObject("request");
        request.put("url", uri);
        request.put("method", method);
        if (!arn.isEmpty()) {
            ObjectNode aws = node.putObject("aws");
            aws.put("function_name", functionName(arn));
            aws.put("region", exchange.place().region());
            aws.put("operation", "Invoke");
            aws.putArray("resource_names").add(functionName(arn));
        }
        coldStart.ifPresent(cold -> node.putArray("subsegments").add(initialization(cold, endNanos)));
        return node;
    }

    /**
     * What X-Ray calls the cold start of a function, within the call that waited for it: one that the gateway did not
     * see the end of stops where the call does.
     */
    private ObjectNode initialization(ColdStart cold, long endNanos) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("id", id(INITIALIZATION));
        node.put("name", "Initialization");
        node.put("start_time", cold.startNanos() / NANOS_A_SECOND);
        node.put("end_time", Math.min(cold.endNanos(), endNanos) / NANOS_A_SECOND);
        return node;
    }

    private String id() {
        return id(index + 1);
    }

    /** Sixteen hexadecimal digits that follow from the segment's. */
    private String id(int number) {
        long segment =
                HexFormat.fromHexDigitsToLong(exchange.trace().orElseThrow().segmentId());
        return HexFormat.of().toHexDigits(segment + number * 0x9E3779B97F4A7C15L);
    }

    /** The function behind {@code https://lambda.../functions/ARN/invocations}; empty for another endpoint. */
    private static String functionArn(String uri) {
        int start = uri.indexOf(FUNCTIONS);
        return start >= 0 && uri.startsWith("https://lambda.") && uri.endsWith(INVOCATIONS)
                ? uri.substring(start + FUNCTIONS.length(), uri.length() - INVOCATIONS.length())
                : "";
    }

    private static String functionName(String arn) {
        int name = arn.indexOf(":function:");
        return name < 0 ? arn : arn.substring(name + ":function:".length());
    }

    private static String host(String uri) {
        int start = uri.indexOf("://");
        String rest = start < 0 ? uri : uri.substring(start + 3);
        int end = 0;
        while (end < rest.length() && "/?:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }
}
