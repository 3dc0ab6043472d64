package dev.sluice.engine.execution.accesslog;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.mapping.ParameterSource;
import dev.sluice.engine.execution.mapping.TemplateText;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Refusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $context} names of access logs (data-plane section 11). Most are those of templates and are read from the
 * exchange's own tree; the others are here.
 *
 * <p>{@code integrationStatus} and {@code integration.integrationStatus} are what the service behind the integration
 * answered; {@code integration.status} is what the function's output says (data-plane section 14). {@code waf.*} is
 * never set: there is no firewall here.
 */
final class AccessLogNames {
    private static final long NANOS_A_MILLI = 1_000_000L;

    private AccessLogNames() {}

    /** @param name without {@code $context.} */
    static AccessLogValue value(String name) {
        AccessLogValue ofAuthorization = AuthorizationNames.value(name);
        return ofAuthorization == null ? another(name) : ofAuthorization;
    }

    private static AccessLogValue another(String name) {
        return switch (name) {
            case "status" -> closed -> Integer.toString(closed.response().status());
            case "responseLength" ->
                closed -> Integer.toString(closed.response().body().length());
            case "responseLatency" ->
                closed -> millis(closed.endNanos() - closed.exchange().startNanos());
            case "integrationLatency", "integration.latency" ->
                closed -> millis(closed.exchange().integrationNanos());
            case "integrationStatus", "integration.integrationStatus" ->
                closed -> answer(closed)
                        .map(answer -> Integer.toString(answer.status()))
                        .orElse(null);
            case "integration.status" -> AccessLogNames::integrationStatus;
            case "awsEndpointRequestId", "integration.requestId" -> AccessLogNames::endpointRequestId;
            case "integrationErrorMessage", "integration.error" -> AccessLogNames::integrationError;
            case "error.message" ->
                closed -> closed.refusal().map(Refusal::message).orElse(null);
            case "error.messageString" ->
                closed -> closed.refusal()
                        .map(refusal -> quoted(refusal.message()))
                        .orElse(null);
            case "error.responseType" ->
                closed -> closed.refusal().map(refusal -> refusal.type().name()).orElse(null);
            case "customDomain.basePathMatched" ->
                closed -> closed.exchange().address().basePathMatched();
            case "xrayTraceId" ->
                closed ->
                        closed.exchange().isTraced() ? closed.exchange().trace().root() : null;
            default -> closed -> ofTemplates(closed.exchange(), name);
        };
    }

    /** A name that templates have too, found by walking the tree. */
    private static @Nullable String ofTemplates(Exchange exchange, String name) {
        Object at = exchange.context().asMap();
        for (String part : name.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(part) : null;
        }
        return ParameterSource.text(at);
    }

    private static Optional<HttpResponse> answer(ClosedExchange closed) {
        return closed.exchange().hasOutcome() && closed.exchange().outcome() instanceof Outcome.Answered(var response)
                ? Optional.of(response)
                : Optional.empty();
    }

    private static @Nullable String integrationStatus(ClosedExchange closed) {
        Exchange exchange = closed.exchange();
        return exchange.hasEndpointResponse() && exchange.hasOutcome()
                ? Integer.toString(exchange.endpointResponse().status())
                : null;
    }

    /** Services of AWS name their answers. */
    private static @Nullable String endpointRequestId(ClosedExchange closed) {
        return answer(closed)
                .flatMap(answer -> answer.headers().first("x-amzn-RequestId"))
                .orElse(null);
    }

    /** Why the call to the endpoint failed, in the words of the answer. */
    private static @Nullable String integrationError(ClosedExchange closed) {
        return closed.exchange().hasOutcome()
                ? closed.refusal().map(Refusal::message).orElse(null)
                : null;
    }

    static @Nullable String millis(long nanos) {
        return nanos < 0 ? null : Long.toString(nanos / NANOS_A_MILLI);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2);
        TemplateText.quote(text, quoted);
        return quoted.toString();
    }
}
