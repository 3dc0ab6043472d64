package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.apis.MethodOperations;
import dev.sluice.engine.control.apis.ResourceOperations;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Method.MethodResponse;
import dev.sluice.engine.definition.MethodAuthorization;
import dev.sluice.engine.definition.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Methods and the responses they declare: which requests they are, and what is read from them. */
final class MethodRoutes {
    static final String METHOD = "/restapis/{restapi_id}/resources/{resource_id}/methods/{http_method}";
    private static final String RESPONSE = METHOD + "/responses/{status_code}";

    private final Engine engine;

    MethodRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", METHOD, this::get)
                .add("PUT", METHOD, this::put)
                .add("DELETE", METHOD, this::delete)
                .add("GET", RESPONSE, this::getResponse)
                .add("PUT", RESPONSE, this::putResponse)
                .add("DELETE", RESPONSE, this::deleteResponse);
    }

    static MethodOperations.Id id(RestCall call) {
        return new MethodOperations.Id(call.label("restapi_id"), call.label("resource_id"), call.label("http_method"));
    }

    static Resource resource(Engine engine, RestCall call) {
        return ResourceOperations.get(engine.workspace(), call.label("restapi_id"), call.label("resource_id"));
    }

    /** The path's status code; three digits. */
    static String statusCode(RestCall call) {
        String code = call.label("status_code");
        if (!code.matches("[1-5]\\d\\d")) {
            throw ControlException.validation(code, "statusCode", "regular expression pattern: [1-5]\\d\\d");
        }
        return code;
    }

    private RestAnswer get(RestCall call) {
        Method method = MethodOperations.get(engine.workspace(), id(call));
        return RestAnswer.json(200, MethodAnswers.method(resource(engine, call), method));
    }

    private RestAnswer put(RestCall call) {
        Method asked = method(call);
        Method made = engine.control()
                .change(
                        "Put method " + asked.httpMethod(),
                        workspace -> MethodOperations.put(workspace, id(call), asked),
                        call.nowNanos());
        return RestAnswer.json(201, MethodAnswers.method(resource(engine, call), made));
    }

    private static Method method(RestCall call) {
        ObjectNode body = call.body();
        var authorization = new MethodAuthorization(
                authorizationType(Member.text(body, "authorizationType").orElse("NONE")),
                Member.text(body, "authorizerId"),
                Member.texts(body, "authorizationScopes"));
        return new Method(
                call.label("http_method"),
                authorization,
                Member.flag(body, "apiKeyRequired").orElse(false),
                Member.text(body, "operationName"),
                Member.text(body, "requestValidatorId").filter(id -> !id.isEmpty()),
                Member.flagByName(body, "requestParameters"),
                Member.textByName(body, "requestModels"),
                Map.of(),
                Integration.NONE);
    }

    private static MethodAuthorization.Type authorizationType(String name) {
        for (MethodAuthorization.Type type : MethodAuthorization.Type.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw ControlException.badRequest("Invalid authorization type specified: " + name
                + ". Valid options are NONE, AWS_IAM, CUSTOM and COGNITO_USER_POOLS.");
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete method " + call.label("http_method"),
                        workspace -> new Change<>(MethodOperations.delete(workspace, id(call)), true),
                        call.nowNanos());
        return RestAnswer.empty(204);
    }

    private RestAnswer getResponse(RestCall call) {
        return RestAnswer.json(200, MethodAnswers.response(response(call)));
    }

    private MethodResponse response(RestCall call) {
        String code = statusCode(call);
        return Optional.ofNullable(MethodOperations.get(engine.workspace(), id(call))
                        .methodResponses()
                        .get(code))
                .orElseThrow(() -> ControlException.notFound("Invalid Response status code specified"));
    }

    private RestAnswer putResponse(RestCall call) {
        ObjectNode body = call.body();
        var response = new MethodResponse(
                statusCode(call),
                Member.flagByName(body, "responseParameters"),
                Member.textByName(body, "responseModels"));
        change(call, "Put response " + response.statusCode(), method -> {
            if (method.methodResponses().containsKey(response.statusCode())) {
                throw ControlException.conflict("Response already exists for this resource");
            }
            var responses = new LinkedHashMap<>(method.methodResponses());
            responses.put(response.statusCode(), response);
            return method.withMethodResponses(responses);
        });
        return RestAnswer.json(201, MethodAnswers.response(response));
    }

    private RestAnswer deleteResponse(RestCall call) {
        String code = response(call).statusCode();
        change(call, "Delete response " + code, method -> {
            var responses = new LinkedHashMap<>(method.methodResponses());
            responses.remove(code);
            return method.withMethodResponses(responses);
        });
        return RestAnswer.empty(204);
    }

    private void change(RestCall call, String description, UnaryOperator<Method> change) {
        engine.control()
                .change(
                        description,
                        workspace -> MethodOperations.change(workspace, id(call), change),
                        call.nowNanos());
    }
}
