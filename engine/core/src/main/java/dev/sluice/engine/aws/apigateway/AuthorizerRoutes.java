package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.authorizers.AuthorizerOperations;
import dev.sluice.engine.control.authorizers.AuthorizerOperations.NewAuthorizer;
import dev.sluice.engine.control.authorizers.AuthorizerPatch;
import dev.sluice.engine.definition.Authorizer;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Authorizers: which requests they are, what is read from them, and how one is written. */
final class AuthorizerRoutes {
    private static final String AUTHORIZERS = "/restapis/{restapi_id}/authorizers";
    private static final String AUTHORIZER = AUTHORIZERS + "/{authorizer_id}";

    private final Engine engine;

    AuthorizerRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", AUTHORIZERS, this::list)
                .add("POST", AUTHORIZERS, this::create)
                .add("GET", AUTHORIZER, this::get)
                .add("PATCH", AUTHORIZER, this::update)
                .add("DELETE", AUTHORIZER, this::delete);
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(
                call, AuthorizerOperations.list(engine.workspace(), api(call)), AuthorizerRoutes::authorizer);
    }

    private RestAnswer get(RestCall call) {
        return RestAnswer.json(200, authorizer(AuthorizerOperations.get(engine.workspace(), api(call), id(call))));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        var asked = new NewAuthorizer(
                Member.text(body, "name").orElse(""),
                Member.text(body, "type").orElse("null"),
                Member.text(body, "authorizerUri").orElse(""),
                notEmpty(body, "authorizerCredentials"),
                notEmpty(body, "identitySource"),
                notEmpty(body, "identityValidationExpression"),
                Member.whole(body, "authorizerResultTtlInSeconds"),
                Member.texts(body, "providerARNs"));
        Authorizer made = engine.control()
                .change(
                        "Create authorizer " + asked.name(),
                        workspace -> AuthorizerOperations.create(workspace, api(call), asked),
                        call.nowNanos());
        return RestAnswer.json(201, authorizer(made));
    }

    private RestAnswer update(RestCall call) {
        var patches = call.patches("updateAuthorizerInput");
        Authorizer changed = engine.control()
                .change(
                        "Update authorizer " + id(call),
                        workspace -> AuthorizerOperations.update(workspace, api(call), id(call), patches),
                        call.nowNanos());
        return RestAnswer.json(200, authorizer(changed));
    }

    private RestAnswer delete(RestCall call) {
        engine.control()
                .change(
                        "Delete authorizer " + id(call),
                        workspace ->
                                new Change<>(AuthorizerOperations.delete(workspace, api(call), id(call)), id(call)),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private static ObjectNode authorizer(Authorizer authorizer) {
        ObjectNode json = Json.object()
                .put("id", authorizer.id())
                .put("name", authorizer.name())
                .put("type", authorizer.type().name())
                .put("authType", AuthorizerPatch.authType(authorizer));
        if (!authorizer.providerArns().isEmpty()) {
            authorizer.providerArns().forEach(json.putArray("providerARNs")::add);
        }
        StageResponses.putUnlessEmpty(json, "authorizerUri", authorizer.authorizerUri());
        authorizer.credentials().ifPresent(role -> json.put("authorizerCredentials", role));
        authorizer.identitySource().ifPresent(source -> json.put("identitySource", source));
        authorizer
                .identityValidationExpression()
                .ifPresent(expression -> json.put("identityValidationExpression", expression));
        return json.put("authorizerResultTtlInSeconds", authorizer.resultTtlInSeconds());
    }

    private static Optional<String> notEmpty(ObjectNode body, String name) {
        return Member.text(body, name).filter(text -> !text.isEmpty());
    }

    private static String api(RestCall call) {
        return call.label("restapi_id");
    }

    private static String id(RestCall call) {
        return call.label("authorizer_id");
    }
}
