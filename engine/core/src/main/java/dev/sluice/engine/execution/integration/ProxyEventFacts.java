package dev.sluice.engine.execution.integration;

import dev.sluice.engine.execution.ContextVariables;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.authorization.Caller;
import dev.sluice.engine.execution.authorization.ServedAuthorization;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/**
 * What a function learns of a request (data-plane section 9.1).
 *
 * @param resource path template, as in {@code /pets/{id}}
 * @param path request path without the stage, percent escapes kept
 * @param headers the client's headers as sent
 * @param pathParameters percent escapes kept
 * @param isBinary whether the body is bytes by the API's binary media types; it is handed on as base64 then
 * @param requestTimeNanos nanoseconds since 1970-01-01T00:00Z
 * @param fullPath request path with the stage
 * @param traceId value of {@code X-Amzn-Trace-Id}
 * @param signerIdentity {@code accountId}, {@code caller} and the like of a user that signed; empty without one
 * @param authorizer what an authorizer put into the context; absent without one
 */
public record ProxyEventFacts(
        String resource,
        String path,
        String httpMethod,
        Headers headers,
        QueryString queryString,
        Map<String, String> pathParameters,
        Map<String, String> stageVariables,
        Body body,
        boolean isBinary,
        String resourceId,
        String extendedRequestId,
        long requestTimeNanos,
        String fullPath,
        String accountId,
        String stage,
        String domainPrefix,
        String domainName,
        String requestId,
        String deploymentId,
        String apiId,
        Optional<UsedApiKey> apiKey,
        String sourceIp,
        Optional<String> operationName,
        String traceId,
        Map<String, String> signerIdentity,
        Optional<Map<String, Object>> authorizer) {

    /** The facts of a request that has found its method. */
    public static ProxyEventFacts of(Exchange exchange, boolean isBinary) {
        HttpRequest request = exchange.request();
        ServedStage stage = exchange.stage();
        String domainName = exchange.address().domainName();
        return new ProxyEventFacts(
                exchange.method().resource().path(),
                exchange.address().path(),
                exchange.httpMethod(),
                request.headers(),
                exchange.query(),
                exchange.pathParameters(),
                stage.variables(),
                request.body(),
                isBinary,
                exchange.method().resource().id(),
                exchange.extendedRequestId(),
                exchange.startNanos(),
                exchange.address().fullPath(),
                exchange.table().account().accountId(),
                stage.stageName(),
                ContextVariables.domainPrefix(domainName),
                domainName,
                exchange.requestId(),
                stage.deploymentId(),
                stage.apiId(),
                usedApiKey(exchange),
                request.sourceIp(),
                exchange.method().method().operationName(),
                exchange.trace().value(),
                signerIdentity(exchange),
                exchange.caller().map(Caller::authorizerContext).filter(context -> !context.isEmpty()));
    }

    /** The key that was found; before one is looked for, the one that was sent, which authorizers are told. */
    private static Optional<UsedApiKey> usedApiKey(Exchange exchange) {
        Optional<UsedApiKey> found = exchange.apiKey().map(key -> new UsedApiKey(key.value(), key.id()));
        boolean asking = exchange.caller().isEmpty() && exchange.method().authorization() != ServedAuthorization.OPEN;
        return found.isPresent() || !asking
                ? found
                : exchange.request().headers().last("x-api-key").map(value -> new UsedApiKey(value, ""));
    }

    private static Map<String, String> signerIdentity(Exchange exchange) {
        Optional<Caller> caller = exchange.caller();
        return caller.isPresent() && caller.get() instanceof Caller.Signer signer ? signer.identity() : Map.of();
    }

    /** @param id empty while the key has not been looked up */
    public record UsedApiKey(String value, String id) {}
}
