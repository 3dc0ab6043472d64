package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.definition.GatewayResponse;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bytes of gateway-made answers (data-plane section 3).
 *
 * <p>A type that is set ignores its family's default even for fields it leaves out; a type that is not set takes all of
 * the default (recorded). While nothing is customised the bytes are AWS's own: without a space before execution starts,
 * with one after.
 */
public final class GatewayResponses {
    private static final String DEFAULT_TEMPLATE = "{\"message\":$context.error.messageString}";
    private static final String JSON = "application/json";

    /** Bodies of the few messages that are answered millions of times. Bounded by the messages in our own code. */
    private static final Map<String, Body> PLAIN = new ConcurrentHashMap<>();

    private static final int MOST_PLAIN = 64;

    /** Longer messages name what one request was about, and come once. */
    private static final int LONGEST_PLAIN = 40;

    private GatewayResponses() {}

    /** An answer's status, headers of its own, content type and body. */
    public record Rendered(int status, Headers headers, String contentType, Body body) {}

    public static Rendered render(Exchange exchange, Refusal refusal) {
        Optional<GatewayResponse> customised =
                exchange.hasStage() ? customised(exchange, refusal.type(), refusal.status()) : Optional.empty();
        return customised
                .map(response -> custom(exchange, refusal, response))
                .orElseGet(() -> new Rendered(refusal.status(), Headers.NONE, JSON, plain(exchange, refusal)));
    }

    private static Optional<GatewayResponse> customised(Exchange exchange, GatewayResponseType type, int status) {
        Map<GatewayResponseType, GatewayResponse> set =
                exchange.stage().definition().gatewayResponses();
        if (set.isEmpty() || type == GatewayResponseType.REQUEST_TOO_LARGE) {
            return Optional.empty();
        }
        GatewayResponse own = set.get(type);
        GatewayResponseType family = status >= 500 ? GatewayResponseType.DEFAULT_5XX : GatewayResponseType.DEFAULT_4XX;
        return Optional.ofNullable(own != null ? own : set.get(family));
    }

    private static Rendered custom(Exchange exchange, Refusal refusal, GatewayResponse response) {
        MappingFacts facts = exchange.requestFacts();
        var error = new GatewayResponseTemplates.GatewayError(
                message(refusal), refusal.type().name(), validationErrorString(refusal));
        var headers = Headers.builder();
        GatewayResponseTemplates.headers(response.responseParameters())
                .forEach((name, source) -> GatewayResponseTemplates.parameter(source, facts, error)
                        .ifPresent(value -> headers.set(name, value)));
        Map<String, String> templates = response.responseTemplates();
        String contentType =
                AcceptedTemplate.mediaType(templates, exchange.request().headers());
        String template = templates.getOrDefault(contentType, DEFAULT_TEMPLATE);
        return new Rendered(
                response.statusCode().orElse(refusal.status()),
                headers.build(),
                contentType,
                Body.utf8(GatewayResponseTemplates.render(template, facts, error)));
    }

    private static String validationErrorString(Refusal refusal) {
        return refusal.cause() instanceof Cause.InvalidRequestBody invalid ? invalid.validationErrorString() : "";
    }

    private static Optional<String> message(Refusal refusal) {
        return Optional.of(refusal.message()).filter(text -> !text.isEmpty());
    }

    private static Body plain(Exchange exchange, Refusal refusal) {
        String start = exchange.isExecutionStarted() ? "{\"message\": " : start(refusal.type());
        String key = start + refusal.message();
        Body known = PLAIN.get(key);
        if (known != null) {
            return known;
        }
        var text = new StringBuilder(start);
        message(refusal).ifPresentOrElse(message -> TemplateText.quote(message, text), () -> text.append("null"));
        Body body = Body.utf8(text.append('}').toString());
        if (PLAIN.size() < MOST_PLAIN && refusal.message().length() <= LONGEST_PLAIN) {
            PLAIN.put(key, body);
        }
        return body;
    }

    /** Access denied spells its member with a capital (captured). */
    private static String start(GatewayResponseType type) {
        return type == GatewayResponseType.ACCESS_DENIED ? "{\"Message\":" : "{\"message\":";
    }
}
