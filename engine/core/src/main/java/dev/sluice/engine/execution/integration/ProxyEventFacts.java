package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
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
        Optional<Map<String, Object>> authorizer) {

    /** The API key of the request. */
    public record UsedApiKey(String value, String id) {}
}
