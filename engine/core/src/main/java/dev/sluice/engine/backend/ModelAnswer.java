package dev.sluice.engine.backend;

import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.FunctionModel;
import dev.sluice.engine.definition.FunctionModel.WrongShape;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a modelled function answers to an event, apart from time and chance. */
final class ModelAnswer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ModelAnswer() {}

    static HttpResponse of(FunctionModel model, Body event, String requestId) {
        return switch (chosen(model, event)) {
            case FunctionAnswer.Payload(String json) ->
                InvokeAnswer.returned(requestId, shaped(model, Body.utf8(json)));
            case FunctionAnswer.EchoEvent() -> InvokeAnswer.returned(requestId, shaped(model, echo(event)));
            case FunctionAnswer.Fails(String message, String type) ->
                InvokeAnswer.failed(requestId, InvokeAnswer.error(message, type));
        };
    }

    private static FunctionAnswer chosen(FunctionModel model, Body event) {
        if (!model.cases().isEmpty()) {
            String path = path(event);
            for (FunctionModel.Case each : model.cases()) {
                if (PathTemplate.matches(each.path(), path)) {
                    return each.answer();
                }
            }
        }
        return model.answer();
    }

    /** Where payload 1.0 and 2.0 of a proxy event have it; empty in any other event. */
    private static String path(Body event) {
        try {
            JsonNode root = JSON.readTree(event.bytes());
            return root.path("path").asString(root.path("rawPath").asString(""));
        } catch (JacksonException notJson) {
            return "";
        }
    }

    private static Body echo(Body event) {
        return Body.utf8("{\"statusCode\":200,\"body\":" + InvokeAnswer.quoted(event.utf8()) + "}");
    }

    private static Body shaped(FunctionModel model, Body right) {
        if (model.wrongShape().isEmpty()) {
            return right;
        }
        try {
            return JSON.readTree(right.bytes()) instanceof ObjectNode response
                    ? Body.utf8(JSON.writeValueAsString(
                            bent(response, model.wrongShape().get())))
                    : right;
        } catch (JacksonException notJson) {
            return right;
        }
    }

    private static JsonNode bent(ObjectNode response, WrongShape shape) {
        return switch (shape) {
            case RAW_STRING ->
                JSON.getNodeFactory().stringNode(response.path("body").asString(response.toString()));
            case BODY_AS_OBJECT -> response.set("body", object(response.path("body")));
            case UNKNOWN_KEY -> response.put("message", "Hello");
            case STATUS_CODE_WORD -> response.put("statusCode", "OK");
            case STATUS_CODE_TEXT ->
                response.put("statusCode", response.path("statusCode").asString("200"));
            case NO_STATUS_CODE -> response.without("statusCode");
        };
    }

    private static JsonNode object(JsonNode body) {
        try {
            JsonNode parsed = JSON.readTree(body.asString(""));
            return parsed.isObject() ? parsed : JSON.createObjectNode().set("value", parsed);
        } catch (JacksonException plainText) {
            return JSON.createObjectNode().put("text", body.asString(""));
        }
    }
}
