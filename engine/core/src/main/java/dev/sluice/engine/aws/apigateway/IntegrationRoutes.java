package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.apis.MethodOperations;
import dev.sluice.engine.definition.ContentHandling;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Integration.PassthroughBehavior;
import dev.sluice.engine.definition.Integration.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Integrations and their responses: which requests they are, and what is read from them. */
final class IntegrationRoutes {
    private static final String INTEGRATION = MethodRoutes.METHOD + "/integration";
    private static final String RESPONSE = INTEGRATION + "/responses/{status_code}";
    private static final int SHORTEST_TIMEOUT_MILLIS = 50;

    private final Engine engine;

    IntegrationRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", INTEGRATION, this::get)
                .add("PUT", INTEGRATION, this::put)
                .add("DELETE", INTEGRATION, this::delete)
                .add("GET", RESPONSE, this::getResponse)
                .add("PUT", RESPONSE, this::putResponse)
                .add("DELETE", RESPONSE, this::deleteResponse);
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(200, MethodAnswers.integration(MethodRoutes.resource(engine, call), current(call)));
    }

    private Integration current(RestCall call) {
        return MethodOperations.integration(engine.workspace(), MethodRoutes.id(call));
    }

    private RestAnswer put(RestCall call) {
        Integration asked = integration(call.body());
        change(call, "Put integration", old -> asked);
        return RestAnswer.json(201, MethodAnswers.integration(MethodRoutes.resource(engine, call), asked));
    }

    private Integration integration(ObjectNode body) {
        Type type = type(Member.text(body, "type").orElse(""));
        String httpMethod = Member.text(body, "httpMethod").orElse("");
        String uri = Member.text(body, "uri").orElse("");
        if (type != Type.MOCK) {
            check(type, httpMethod, uri);
        }
        int timeout = Member.whole(body, "timeoutInMillis").orElse(Integration.DEFAULT_TIMEOUT_MILLIS);
        if (timeout < SHORTEST_TIMEOUT_MILLIS || timeout > Integration.DEFAULT_TIMEOUT_MILLIS) {
            throw ControlException.badRequest("Timeout should be between 50 ms and 29000 ms");
        }
        return new Integration(
                type,
                httpMethod,
                uri,
                Member.text(body, "connectionId"),
                Member.text(body, "credentials"),
                Member.textByName(body, "requestParameters"),
                Member.textByName(body, "requestTemplates"),
                passthrough(Member.text(body, "passthroughBehavior").orElse("WHEN_NO_MATCH")),
                contentHandling(body),
                timeout,
                Member.text(body, "cacheNamespace"),
                Member.texts(body, "cacheKeyParameters"),
                Member.flag(body.path("tlsConfig"), "insecureSkipVerification").orElse(false),
                List.of());
    }

    private static void check(Type type, String httpMethod, String uri) {
        if (httpMethod.isEmpty()) {
            throw ControlException.badRequest("Enumeration value for HttpMethod must be non-empty");
        }
        boolean http = type == Type.HTTP || type == Type.HTTP_PROXY;
        if (http && !uri.matches("(https?://|\\$\\{stageVariables).*")) {
            throw ControlException.badRequest("Invalid HTTP endpoint specified for URI");
        }
        if (!http) {
            checkArn(type, uri);
        }
    }

    private static void checkArn(Type type, String uri) {
        String[] parts = uri.split(":", 6);
        if (!uri.startsWith("arn:") || parts.length < 6) {
            throw ControlException.badRequest("Invalid ARN specified in the request");
        }
        if (!parts[5].startsWith("path/") && !parts[5].startsWith("action/")) {
            throw ControlException.badRequest("AWS ARN for integration must contain path or action");
        }
        if (type == Type.AWS_PROXY && !parts[4].equals("lambda") && !parts[4].equals("firehose")) {
            throw ControlException.badRequest("Integrations of type 'AWS_PROXY' currently only supports Lambda"
                    + " function and Firehose stream invocations.");
        }
    }

    private static Type type(String name) {
        return Arrays.stream(Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlException.validation(
                        name, "putIntegrationInput.type", "enum value set: [HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS]"));
    }

    private static PassthroughBehavior passthrough(String name) {
        return Arrays.stream(PassthroughBehavior.values())
                .filter(behavior -> behavior.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlException.badRequest("Invalid passthrough behavior specified: " + name));
    }

    private static Optional<ContentHandling> contentHandling(ObjectNode body) {
        return Member.text(body, "contentHandling")
                .map(name -> Arrays.stream(ContentHandling.values())
                        .filter(handling -> handling.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ControlException.validation(
                                name, "contentHandling", "enum value set: [CONVERT_TO_BINARY, CONVERT_TO_TEXT]")));
    }

    private RestAnswer delete(RestCall call) {
        current(call);
        change(call, "Delete integration", old -> Integration.NONE);
        return RestAnswer.empty(204);
    }

    private RestAnswer getResponse(RestCall call) {
        return RestAnswer.json(200, MethodAnswers.response(response(call)));
    }

    private IntegrationResponse response(RestCall call) {
        String code = MethodRoutes.statusCode(call);
        return current(call).integrationResponses().stream()
                .filter(response -> response.statusCode().equals(code))
                .findFirst()
                .orElseThrow(() -> ControlException.notFound("Invalid Response status code specified"));
    }

    private RestAnswer putResponse(RestCall call) {
        String code = MethodRoutes.statusCode(call);
        ObjectNode body = call.body();
        var templates = Member.textByName(body, "responseTemplates");
        templates.keySet().forEach(contentType -> {
            if (!contentType.contains("/")) {
                throw ControlException.badRequest("Validation Result: warnings : [], errors : [Invalid content type"
                        + " specified: " + contentType + "]");
            }
        });
        var response = new IntegrationResponse(
                code,
                Member.text(body, "selectionPattern").filter(pattern -> !pattern.isEmpty()),
                Member.textByName(body, "responseParameters"),
                templates,
                contentHandling(body));
        current(call);
        change(call, "Put integration response " + code, old -> {
            var responses = without(old, code);
            responses.add(response);
            return old.withIntegrationResponses(responses);
        });
        return RestAnswer.json(201, MethodAnswers.response(response));
    }

    private RestAnswer deleteResponse(RestCall call) {
        String code = response(call).statusCode();
        change(call, "Delete integration response " + code, old -> old.withIntegrationResponses(without(old, code)));
        return RestAnswer.empty(204);
    }

    private static List<IntegrationResponse> without(Integration integration, String code) {
        var responses = new ArrayList<>(integration.integrationResponses());
        responses.removeIf(response -> response.statusCode().equals(code));
        return responses;
    }

    private void change(RestCall call, String description, UnaryOperator<Integration> change) {
        engine.control()
                .change(
                        description,
                        workspace -> MethodOperations.change(
                                workspace,
                                MethodRoutes.id(call),
                                method -> method.withIntegration(change.apply(method.integration()))),
                        call.nowNanos());
    }
}
