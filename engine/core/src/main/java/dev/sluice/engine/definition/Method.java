package dev.sluice.engine.definition;

import java.util.Map;
import java.util.Optional;

/**
 * What clients may call: a resource's method with its request, its integration and its responses.
 *
 * @param httpMethod upper case, or {@code ANY}
 * @param requestParameters {@code method.request.header|querystring|path.NAME} to whether it is required
 * @param requestModels model name by content type
 * @param methodResponses declared responses by status code
 */
public record Method(
        String httpMethod,
        MethodAuthorization authorization,
        boolean apiKeyRequired,
        Optional<String> operationName,
        Optional<String> requestValidatorId,
        Map<String, Boolean> requestParameters,
        Map<String, String> requestModels,
        Map<String, MethodResponse> methodResponses,
        Integration integration) {

    public static final String ANY = "ANY";

    public Method {
        requestParameters = Ordered.copyOf(requestParameters);
        requestModels = Ordered.copyOf(requestModels);
        methodResponses = Ordered.copyOf(methodResponses);
    }

    /** A method without authorization, validator and models. */
    public Method(
            String httpMethod,
            boolean apiKeyRequired,
            Optional<String> operationName,
            Map<String, Boolean> requestParameters,
            Map<String, MethodResponse> methodResponses,
            Integration integration) {
        this(
                httpMethod,
                MethodAuthorization.NONE,
                apiKeyRequired,
                operationName,
                Optional.empty(),
                requestParameters,
                Map.of(),
                methodResponses,
                integration);
    }

    public Method withMethodResponses(Map<String, MethodResponse> changed) {
        return new Method(
                httpMethod,
                authorization,
                apiKeyRequired,
                operationName,
                requestValidatorId,
                requestParameters,
                requestModels,
                changed,
                integration);
    }

    public Method withIntegration(Integration changed) {
        return new Method(
                httpMethod,
                authorization,
                apiKeyRequired,
                operationName,
                requestValidatorId,
                requestParameters,
                requestModels,
                methodResponses,
                changed);
    }

    /**
     * A response the method declares.
     *
     * @param responseParameters {@code method.response.header.NAME} to whether it is required
     * @param responseModels model name by content type
     */
    public record MethodResponse(
            String statusCode, Map<String, Boolean> responseParameters, Map<String, String> responseModels) {
        public MethodResponse {
            responseParameters = Ordered.copyOf(responseParameters);
            responseModels = Ordered.copyOf(responseModels);
        }
    }
}
