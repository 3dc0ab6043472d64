package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of an API that a deployment freezes: everything but its stages.
 *
 * @param version the author's own version text, may be empty
 * @param binaryMediaTypes media types whose bodies are bytes and not text
 * @param minimumCompressionSize bytes from which answers are compressed, 0 to 10,485,760; absent never compresses
 * @param policy resource policy as JSON text; absent lets everybody in
 * @param resources every resource, the root included, in the author's order
 */
public record ApiDefinition(
        String name,
        String description,
        String version,
        ApiKeySource apiKeySource,
        List<String> binaryMediaTypes,
        Optional<Integer> minimumCompressionSize,
        Optional<String> policy,
        List<Resource> resources,
        List<Authorizer> authorizers,
        List<Model> models,
        List<RequestValidator> requestValidators,
        Map<GatewayResponseType, GatewayResponse> gatewayResponses) {

    public ApiDefinition {
        binaryMediaTypes = List.copyOf(binaryMediaTypes);
        resources = List.copyOf(resources);
        authorizers = List.copyOf(authorizers);
        models = List.copyOf(models);
        requestValidators = List.copyOf(requestValidators);
        gatewayResponses = Ordered.copyOf(gatewayResponses);
    }

    /** An API without a policy, authorizers, models and validators. */
    public ApiDefinition(
            String name,
            String description,
            String version,
            ApiKeySource apiKeySource,
            List<String> binaryMediaTypes,
            List<Resource> resources,
            Map<GatewayResponseType, GatewayResponse> gatewayResponses) {
        this(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                Optional.empty(),
                Optional.empty(),
                resources,
                List.of(),
                List.of(),
                List.of(),
                gatewayResponses);
    }

    public Optional<Authorizer> authorizer(String id) {
        return authorizers.stream()
                .filter(authorizer -> authorizer.id().equals(id))
                .findFirst();
    }

    public Optional<Model> model(String modelName) {
        return models.stream().filter(model -> model.name().equals(modelName)).findFirst();
    }

    public Optional<RequestValidator> requestValidator(String id) {
        return requestValidators.stream()
                .filter(validator -> validator.id().equals(id))
                .findFirst();
    }

    public Optional<Resource> resource(String path) {
        return resources.stream()
                .filter(resource -> resource.path().equals(path))
                .findFirst();
    }

    public ApiDefinition withAuthorizers(List<Authorizer> newAuthorizers) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                resources,
                newAuthorizers,
                models,
                requestValidators,
                gatewayResponses);
    }

    public ApiDefinition withModels(List<Model> newModels) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                resources,
                authorizers,
                newModels,
                requestValidators,
                gatewayResponses);
    }

    public ApiDefinition withRequestValidators(List<RequestValidator> newRequestValidators) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                resources,
                authorizers,
                models,
                newRequestValidators,
                gatewayResponses);
    }

    public ApiDefinition withGatewayResponses(Map<GatewayResponseType, GatewayResponse> newGatewayResponses) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                resources,
                authorizers,
                models,
                requestValidators,
                newGatewayResponses);
    }

    public ApiDefinition withResources(List<Resource> changed) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                changed,
                authorizers,
                models,
                requestValidators,
                gatewayResponses);
    }

    public ApiDefinition withApiKeySource(ApiKeySource changed) {
        return new ApiDefinition(
                name,
                description,
                version,
                changed,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                resources,
                authorizers,
                models,
                requestValidators,
                gatewayResponses);
    }

    public ApiDefinition withBinaryMediaTypes(List<String> changed) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                changed,
                minimumCompressionSize,
                policy,
                resources,
                authorizers,
                models,
                requestValidators,
                gatewayResponses);
    }

    public ApiDefinition withMinimumCompressionSize(Optional<Integer> changed) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                changed,
                policy,
                resources,
                authorizers,
                models,
                requestValidators,
                gatewayResponses);
    }

    public ApiDefinition withPolicy(Optional<String> changed) {
        return new ApiDefinition(
                name,
                description,
                version,
                apiKeySource,
                binaryMediaTypes,
                minimumCompressionSize,
                changed,
                resources,
                authorizers,
                models,
                requestValidators,
                gatewayResponses);
    }

    public ApiDefinition withNames(String newName, String newDescription) {
        return new ApiDefinition(
                newName,
                newDescription,
                version,
                apiKeySource,
                binaryMediaTypes,
                minimumCompressionSize,
                policy,
                resources,
                authorizers,
                models,
                requestValidators,
                gatewayResponses);
    }

    /** Where the gateway looks for the API key. */
    public enum ApiKeySource {
        HEADER,
        AUTHORIZER
    }
}
