package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of an API that a deployment freezes: resources, methods, gateway responses, media types.
 *
 * @param version the author's own version text, may be empty
 * @param binaryMediaTypes media types whose bodies are bytes and not text
 * @param resources every resource, the root included, in the author's order
 */
public record ApiDefinition(
        String name,
        String description,
        String version,
        ApiKeySource apiKeySource,
        List<String> binaryMediaTypes,
        List<Resource> resources,
        Map<GatewayResponseType, GatewayResponse> gatewayResponses) {

    public ApiDefinition {
        binaryMediaTypes = List.copyOf(binaryMediaTypes);
        resources = List.copyOf(resources);
        gatewayResponses = Ordered.copyOf(gatewayResponses);
    }

    public Optional<Resource> resource(String path) {
        return resources.stream()
                .filter(resource -> resource.path().equals(path))
                .findFirst();
    }

    /** Where the gateway looks for the API key. */
    public enum ApiKeySource {
        HEADER,
        AUTHORIZER
    }
}
