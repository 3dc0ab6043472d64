package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Integration.Type;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Method.MethodResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a method as an operation, as AWS's own export does. */
final class WriteMethod {
    private static final String REQUEST = "method.request.";
    private static final String RESPONSE_HEADER = "method.response.header.";
    private static final Mapping TEXT_SCHEMA =
            Mapping.builder().put("type", "string").build();

    private WriteMethod() {}

    static Mapping operation(Method method, ApiDefinition definition, WriteSecurity security) {
        var operation = Mapping.builder();
        method.operationName().ifPresent(name -> operation.put("operationId", name));
        operation.putUnlessEmpty("parameters", Node.sequence(parameters(method)));
        if (!method.requestModels().isEmpty()) {
            operation.put(
                    "requestBody",
                    Mapping.builder()
                            .put("content", content(method.requestModels()))
                            .build());
        }
        operation.put("responses", responses(method));
        method.requestValidatorId()
                .flatMap(definition::requestValidator)
                .ifPresent(validator -> operation.put(ReadRequestValidators.VALIDATOR, validator.name()));
        operation.putUnlessEmpty("security", security.requirements(method));
        return method.integration().isNone()
                ? operation.put(ReadMethod.NO_INTEGRATION, true).build()
                : operation
                        .put("x-amazon-apigateway-integration", integration(method.integration()))
                        .build();
    }

    private static List<Mapping> parameters(Method method) {
        var parameters = new ArrayList<Mapping>();
        method.requestParameters().forEach((name, required) -> {
            int dot = name.indexOf('.', REQUEST.length());
            String in = name.substring(REQUEST.length(), dot);
            var parameter = Mapping.builder()
                    .put("name", name.substring(dot + 1))
                    .put("in", in.equals("querystring") ? "query" : in);
            if (required) {
                parameter.put("required", true);
            }
            parameters.add(parameter.put("schema", TEXT_SCHEMA).build());
        });
        return parameters;
    }

    private static Mapping responses(Method method) {
        var responses = Mapping.builder();
        method.methodResponses().forEach((status, response) -> responses.put(status, response(response)));
        return responses.build();
    }

    private static Mapping response(MethodResponse response) {
        var headers = Mapping.builder();
        response.responseParameters().forEach((name, required) -> {
            var header = Mapping.builder();
            if (required) {
                header.put("required", true);
            }
            headers.put(
                    name.substring(RESPONSE_HEADER.length()),
                    header.put("schema", TEXT_SCHEMA).build());
        });
        return Mapping.builder()
                .put("description", description(response.statusCode()))
                .putUnlessEmpty("headers", headers.build())
                .putUnlessEmpty("content", content(response.responseModels()))
                .build();
    }

    private static Mapping content(Map<String, String> models) {
        var content = Mapping.builder();
        models.forEach((mediaType, model) -> {
            var schema = Mapping.builder().put("$ref", WriteModels.place(model));
            content.put(
                    mediaType, Mapping.builder().put("schema", schema.build()).build());
        });
        return content.build();
    }

    /** What stands for the description that OpenAPI asks of every response. */
    static String description(String statusCode) {
        return statusCode + " response";
    }

    private static Mapping integration(Integration integration) {
        var fields = Mapping.builder()
                .put("type", integration.type().name().toLowerCase(Locale.ROOT))
                .putUnlessEmpty("httpMethod", httpMethod(integration))
                .putUnlessEmpty("uri", integration.uri());
        integration
                .connectionId()
                .ifPresent(id -> fields.put("connectionType", "VPC_LINK").put("connectionId", id));
        integration.credentials().ifPresent(credentials -> fields.put("credentials", credentials));
        fields.putUnlessEmpty("requestParameters", Node.texts(integration.requestParameters()))
                .putUnlessEmpty("requestTemplates", Node.texts(integration.requestTemplates()))
                .put(
                        "passthroughBehavior",
                        integration.passthroughBehavior().name().toLowerCase(Locale.ROOT));
        integration.contentHandling().ifPresent(handling -> fields.put("contentHandling", handling.name()));
        if (integration.insecureSkipVerification()) {
            var tlsConfig = Mapping.builder().put("insecureSkipVerification", true);
            fields.put("tlsConfig", tlsConfig.build());
        }
        if (integration.timeoutInMillis() != Integration.DEFAULT_TIMEOUT_MILLIS) {
            fields.put("timeoutInMillis", integration.timeoutInMillis());
        }
        integration.cacheNamespace().ifPresent(namespace -> fields.put("cacheNamespace", namespace));
        return fields.putUnlessEmpty("cacheKeyParameters", Node.texts(integration.cacheKeyParameters()))
                .putUnlessEmpty("responses", responses(integration))
                .build();
    }

    private static String httpMethod(Integration integration) {
        boolean http = integration.type() == Type.HTTP || integration.type() == Type.HTTP_PROXY;
        return http && integration.httpMethod().isEmpty() ? Method.ANY : integration.httpMethod();
    }

    private static Mapping responses(Integration integration) {
        var responses = Mapping.builder();
        for (IntegrationResponse response : integration.integrationResponses()) {
            var fields = Mapping.builder()
                    .put("statusCode", response.statusCode())
                    .putUnlessEmpty("responseParameters", Node.texts(response.responseParameters()))
                    .putUnlessEmpty("responseTemplates", Node.texts(response.responseTemplates()));
            response.contentHandling().ifPresent(handling -> fields.put("contentHandling", handling.name()));
            responses.put(response.selectionPattern().orElse(ReadIntegrationResponses.DEFAULT), fields.build());
        }
        return responses.build();
    }
}
