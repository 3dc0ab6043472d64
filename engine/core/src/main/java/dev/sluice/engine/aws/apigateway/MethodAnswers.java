package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Method.MethodResponse;
import dev.sluice.engine.definition.Resource;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Methods and integrations as AWS's clients read them. */
final class MethodAnswers {
    private MethodAnswers() {}

    static ObjectNode method(Resource resource, Method method) {
        ObjectNode json = Json.object()
                .put("httpMethod", method.httpMethod())
                .put("authorizationType", method.authorization().type().name())
                .put("apiKeyRequired", method.apiKeyRequired());
        method.authorization().authorizerId().ifPresent(id -> json.put("authorizerId", id));
        ApiResponses.putUnlessEmpty(
                json, "authorizationScopes", method.authorization().scopes());
        method.operationName().ifPresent(name -> json.put("operationName", name));
        method.requestValidatorId().ifPresent(id -> json.put("requestValidatorId", id));
        putFlags(json, "requestParameters", method.requestParameters());
        StageResponses.putUnlessEmpty(json, "requestModels", method.requestModels());
        if (!method.methodResponses().isEmpty()) {
            ObjectNode responses = json.putObject("methodResponses");
            method.methodResponses().forEach((code, response) -> responses.set(code, response(response)));
        }
        if (!method.integration().isNone()) {
            json.set("methodIntegration", integration(resource, method.integration()));
        }
        return json;
    }

    static ObjectNode response(MethodResponse response) {
        ObjectNode json = Json.object().put("statusCode", response.statusCode());
        putFlags(json, "responseParameters", response.responseParameters());
        StageResponses.putUnlessEmpty(json, "responseModels", response.responseModels());
        return json;
    }

    static ObjectNode integration(Resource resource, Integration integration) {
        ObjectNode json = Json.object().put("type", integration.type().name());
        StageResponses.putUnlessEmpty(json, "httpMethod", integration.httpMethod());
        StageResponses.putUnlessEmpty(json, "uri", integration.uri());
        if (integration.connectionId().isPresent()) {
            json.put("connectionType", "VPC_LINK")
                    .put("connectionId", integration.connectionId().get());
        } else if (integration.type() == Integration.Type.HTTP || integration.type() == Integration.Type.HTTP_PROXY) {
            json.put("connectionType", "INTERNET");
        }
        integration.credentials().ifPresent(credentials -> json.put("credentials", credentials));
        StageResponses.putUnlessEmpty(json, "requestParameters", integration.requestParameters());
        StageResponses.putUnlessEmpty(json, "requestTemplates", integration.requestTemplates());
        json.put("passthroughBehavior", integration.passthroughBehavior().name());
        integration.contentHandling().ifPresent(handling -> json.put("contentHandling", handling.name()));
        json.put("timeoutInMillis", integration.timeoutInMillis())
                .put("cacheNamespace", integration.cacheNamespace().orElse(resource.id()));
        ArrayNode keys = json.putArray("cacheKeyParameters");
        integration.cacheKeyParameters().forEach(keys::add);
        if (integration.insecureSkipVerification()) {
            json.putObject("tlsConfig").put("insecureSkipVerification", true);
        }
        if (!integration.integrationResponses().isEmpty()) {
            ObjectNode responses = json.putObject("integrationResponses");
            integration
                    .integrationResponses()
                    .forEach(response -> responses.set(response.statusCode(), response(response)));
        }
        return json;
    }

    static ObjectNode response(IntegrationResponse response) {
        ObjectNode json = Json.object().put("statusCode", response.statusCode());
        response.selectionPattern().ifPresent(pattern -> json.put("selectionPattern", pattern));
        StageResponses.putUnlessEmpty(json, "responseParameters", response.responseParameters());
        StageResponses.putUnlessEmpty(json, "responseTemplates", response.responseTemplates());
        response.contentHandling().ifPresent(handling -> json.put("contentHandling", handling.name()));
        return json;
    }

    private static void putFlags(ObjectNode json, String name, Map<String, Boolean> flags) {
        if (!flags.isEmpty()) {
            ObjectNode members = json.putObject(name);
            flags.forEach(members::put);
        }
    }
}
