package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.EmbeddedJson;
import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.GatewayResponse;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import java.util.Locale;

/**
 * Writes an API's definition as OpenAPI 3.0 with {@code x-amazon-apigateway-*} extensions, in the definition's order.
 * {@link OpenApiReader} reads the same definition back from it.
 */
public final class OpenApiWriter {
    private static final String EXTENSION = "x-amazon-apigateway-";

    private OpenApiWriter() {}

    /** JSON with a final newline. */
    public static String write(ApiDefinition definition) {
        return JsonText.of(document(definition));
    }

    /** The same as a part of another document. */
    public static Mapping document(ApiDefinition definition) {
        var document = Mapping.builder()
                .put("openapi", "3.0.1")
                .put("info", info(definition))
                .put("paths", paths(definition))
                .put("components", components(definition));
        if (definition.apiKeySource() != ApiKeySource.HEADER) {
            document.put(EXTENSION + "api-key-source", definition.apiKeySource().name());
        }
        definition
                .minimumCompressionSize()
                .ifPresent(size -> document.put(EXTENSION + "minimum-compression-size", size));
        definition.policy().ifPresent(policy -> document.put(ReadPolicy.MEMBER, EmbeddedJson.node(policy)));
        return document.putUnlessEmpty(EXTENSION + "binary-media-types", Node.texts(definition.binaryMediaTypes()))
                .putUnlessEmpty(ReadRequestValidators.VALIDATORS, WriteModels.validators(definition))
                .putUnlessEmpty(EXTENSION + "gateway-responses", gatewayResponses(definition))
                .build();
    }

    private static Mapping info(ApiDefinition definition) {
        return Mapping.builder()
                .put("title", definition.name())
                .putUnlessEmpty("description", definition.description())
                .put("version", definition.version())
                .build();
    }

    private static Mapping paths(ApiDefinition definition) {
        var paths = Mapping.builder();
        var security = new WriteSecurity(definition);
        definition
                .resources()
                .forEach(resource -> paths.put(resource.path(), pathItem(resource, definition, security)));
        return paths.build();
    }

    private static Mapping pathItem(Resource resource, ApiDefinition definition, WriteSecurity security) {
        var item = Mapping.builder();
        resource.methods().forEach((name, method) -> {
            String member = name.equals(Method.ANY) ? EXTENSION + "any-method" : name.toLowerCase(Locale.ROOT);
            item.put(member, WriteMethod.operation(method, definition, security));
        });
        return item.build();
    }

    private static Mapping components(ApiDefinition definition) {
        return Mapping.builder()
                .putUnlessEmpty("schemas", WriteModels.schemas(definition))
                .putUnlessEmpty("securitySchemes", new WriteSecurity(definition).schemes())
                .build();
    }

    private static Mapping gatewayResponses(ApiDefinition definition) {
        var responses = Mapping.builder();
        definition
                .gatewayResponses()
                .forEach((type, response) -> responses.put(type.name(), gatewayResponse(response)));
        return responses.build();
    }

    private static Mapping gatewayResponse(GatewayResponse response) {
        var fields = Mapping.builder();
        response.statusCode().ifPresent(status -> fields.put("statusCode", String.valueOf(status)));
        return fields.putUnlessEmpty("responseParameters", Node.texts(response.responseParameters()))
                .putUnlessEmpty("responseTemplates", Node.texts(response.responseTemplates()))
                .build();
    }
}
