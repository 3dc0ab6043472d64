package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.Integration;
import java.util.Map;
import java.util.Optional;

/**
 * Headers that a request mapping must not set: 500 before the endpoint is called (data-plane section 10.2, recorded).
 */
public final class IllegalHeaders {
    private static final String PREFIX = "integration.request.header.";

    private static final HeaderNames FOR_ALL =
            HeaderNames.of("Content-Length", "Transfer-Encoding", "X-Amzn-Trace-Id", "X-Amzn-Apigateway-Api-Id");

    private static final HeaderNames FOR_AWS =
            FOR_ALL.and("Authorization", "Connection", "Expect", "Proxy-Authenticate", "TE");

    private IllegalHeaders() {}

    /** Whether a mapping to this header is illegal. */
    public static boolean isIllegal(Integration.Type type, String header) {
        return switch (type) {
            case MOCK, HTTP, HTTP_PROXY -> FOR_ALL.contains(header);
            case AWS, AWS_PROXY -> FOR_AWS.contains(header);
        };
    }

    /** The first illegal header, in the mapping's order. Its name is in the execution log. */
    public static Optional<String> first(Integration.Type type, Map<String, String> requestParameters) {
        return requestParameters.keySet().stream()
                .filter(parameter -> parameter.startsWith(PREFIX))
                .map(parameter -> parameter.substring(PREFIX.length()))
                .filter(header -> isIllegal(type, header))
                .findFirst();
    }
}
