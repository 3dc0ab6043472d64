package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a method calls and how requests and responses are mapped on the way.
 *
 * @param httpMethod method of the endpoint request; empty for MOCK and for "as the client's"
 * @param uri endpoint address or function ARN; may hold <code>${stageVariables.NAME}</code> and <code>{name}</code>
 * @param connectionId id of the VPC link, or a stage variable expression; absent for the internet
 * @param requestParameters {@code integration.request.header|querystring|path.NAME} to its source
 * @param requestTemplates mapping template by content type
 * @param timeoutInMillis 50 up to the ceiling; 29,000 by default
 * @param cacheNamespace whose cache entries are shared; absent means the resource's own
 * @param cacheKeyParameters {@code method.request.header|querystring|path.NAME} that tell cached answers apart
 * @param insecureSkipVerification whether an HTTPS endpoint's certificate is not checked ({@code tlsConfig})
 * @param integrationResponses in the author's order; the one without a selection pattern is the default
 */
public record Integration(
        Type type,
        String httpMethod,
        String uri,
        Optional<String> connectionId,
        Optional<String> credentials,
        Map<String, String> requestParameters,
        Map<String, String> requestTemplates,
        PassthroughBehavior passthroughBehavior,
        Optional<ContentHandling> contentHandling,
        int timeoutInMillis,
        Optional<String> cacheNamespace,
        List<String> cacheKeyParameters,
        boolean insecureSkipVerification,
        List<IntegrationResponse> integrationResponses) {

    /** Longest wait for an endpoint unless raised, in milliseconds (data-plane section 18). */
    public static final int DEFAULT_TIMEOUT_MILLIS = 29_000;

    /** A method's before one is put: it cannot be deployed. */
    public static final Integration NONE = new Integration(
            Type.MOCK,
            "",
            "none",
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            PassthroughBehavior.NEVER,
            DEFAULT_TIMEOUT_MILLIS,
            List.of());

    public Integration {
        requestParameters = Ordered.copyOf(requestParameters);
        requestTemplates = Ordered.copyOf(requestTemplates);
        cacheKeyParameters = List.copyOf(cacheKeyParameters);
        integrationResponses = List.copyOf(integrationResponses);
    }

    /** An integration that sets neither content handling nor caching nor TLS. */
    public Integration(
            Type type,
            String httpMethod,
            String uri,
            Optional<String> connectionId,
            Optional<String> credentials,
            Map<String, String> requestParameters,
            Map<String, String> requestTemplates,
            PassthroughBehavior passthroughBehavior,
            int timeoutInMillis,
            List<IntegrationResponse> integrationResponses) {
        this(
                type,
                httpMethod,
                uri,
                connectionId,
                credentials,
                requestParameters,
                requestTemplates,
                passthroughBehavior,
                Optional.empty(),
                timeoutInMillis,
                Optional.empty(),
                List.of(),
                false,
                integrationResponses);
    }

    /** A MOCK integration that answers what its templates say. */
    public static Integration mock(
            Map<String, String> requestTemplates, List<IntegrationResponse> integrationResponses) {
        return new Integration(
                Type.MOCK,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                requestTemplates,
                PassthroughBehavior.WHEN_NO_MATCH,
                DEFAULT_TIMEOUT_MILLIS,
                integrationResponses);
    }

    public Integration withIntegrationResponses(List<IntegrationResponse> changed) {
        return new Integration(
                type,
                httpMethod,
                uri,
                connectionId,
                credentials,
                requestParameters,
                requestTemplates,
                passthroughBehavior,
                contentHandling,
                timeoutInMillis,
                cacheNamespace,
                cacheKeyParameters,
                insecureSkipVerification,
                changed);
    }

    /** Whether this stands for no integration at all. */
    public boolean isNone() {
        return equals(NONE);
    }

    public enum Type {
        MOCK,
        HTTP,
        HTTP_PROXY,
        /** A function or another AWS service, with mapping. */
        AWS,
        AWS_PROXY
    }

    /** What happens to a body whose content type has no template (data-plane section 10.7). */
    public enum PassthroughBehavior {
        WHEN_NO_MATCH,
        WHEN_NO_TEMPLATES,
        NEVER
    }

    /**
     * How one kind of endpoint response becomes a method response.
     *
     * @param selectionPattern regular expression that the whole endpoint status, or the message of a function that
     *     failed, must match; absent for the default
     * @param responseParameters {@code method.response.header.NAME} to its source
     * @param responseTemplates mapping template by content type
     */
    public record IntegrationResponse(
            String statusCode,
            Optional<String> selectionPattern,
            Map<String, String> responseParameters,
            Map<String, String> responseTemplates,
            Optional<ContentHandling> contentHandling) {
        public IntegrationResponse {
            responseParameters = Ordered.copyOf(responseParameters);
            responseTemplates = Ordered.copyOf(responseTemplates);
        }

        /** A response that leaves the body's bytes to the API's binary media types. */
        public IntegrationResponse(
                String statusCode,
                Optional<String> selectionPattern,
                Map<String, String> responseParameters,
                Map<String, String> responseTemplates) {
            this(statusCode, selectionPattern, responseParameters, responseTemplates, Optional.empty());
        }
    }
}
