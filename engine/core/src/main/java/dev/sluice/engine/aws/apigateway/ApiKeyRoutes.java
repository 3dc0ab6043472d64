package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.apikeys.ApiKeyImport;
import dev.sluice.engine.control.apikeys.ApiKeyImport.Imported;
import dev.sluice.engine.control.apikeys.ApiKeyOperations;
import dev.sluice.engine.control.apikeys.ApiKeyOperations.NewKey;
import dev.sluice.engine.definition.ApiKey;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** API keys: which requests they are, and what is read from them. */
final class ApiKeyRoutes {
    private static final String KEYS = "/apikeys";
    private static final String KEY = KEYS + "/{api_Key}";
    private static final int ID_LENGTH = 10;

    private final Engine engine;

    ApiKeyRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", KEYS, this::list)
                .add("POST", KEYS, this::create)
                .add("POST", KEYS + "?mode=import", this::importKeys)
                .add("GET", KEY, this::get)
                .add("PATCH", KEY, this::update)
                .add("DELETE", KEY, this::delete);
    }

    private RestAnswer list(RestCall call) {
        boolean values = isTrue(call, "includeValues");
        return Pages.answer(
                call,
                ApiKeyOperations.list(engine.workspace(), call.parameter("name"), call.parameter("customerId")),
                key -> ApiKeyResponses.key(key, values));
    }

    private RestAnswer get(RestCall call) {
        ApiKey key = ApiKeyOperations.get(engine.workspace(), call.label("api_Key"));
        return RestAnswer.json(200, ApiKeyResponses.key(key, isTrue(call, "includeValue")));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        var asked = new NewKey(
                Member.text(body, "name").orElse(""),
                Member.text(body, "description").orElse(""),
                Member.flag(body, "enabled").orElse(false),
                Member.text(body, "value"),
                Member.text(body, "customerId").orElse(""),
                stageKeys(body),
                Member.textByName(body, "tags"));
        ApiKey key = engine.control()
                .change(
                        "Create API key " + asked.name(),
                        workspace -> ApiKeyOperations.create(workspace, asked, this::newId, call.nowSeconds()),
                        call.nowNanos());
        return RestAnswer.json(201, ApiKeyResponses.key(key, true));
    }

    private RestAnswer importKeys(RestCall call) {
        if (!call.parameter("format").orElse("").equals("csv")) {
            throw ControlException.badRequest("Invalid format specified. Must be csv");
        }
        Imported imported = engine.control()
                .change(
                        "Import API keys",
                        workspace -> ApiKeyImport.csv(
                                workspace,
                                call.request().body().utf8(),
                                isTrue(call, "failonwarnings"),
                                this::newId,
                                call.nowSeconds()),
                        call.nowNanos());
        ObjectNode json = Json.object();
        imported.ids().forEach(json.putArray("ids")::add);
        imported.warnings().forEach(json.putArray("warnings")::add);
        return RestAnswer.json(201, json);
    }

    private RestAnswer update(RestCall call) {
        String id = call.label("api_Key");
        var patches = call.patches("updateApiKeyInput");
        ApiKey key = engine.control()
                .change(
                        "Update API key " + id,
                        workspace -> ApiKeyOperations.update(workspace, id, patches, call.nowSeconds()),
                        call.nowNanos());
        return RestAnswer.json(200, ApiKeyResponses.updated(key));
    }

    private RestAnswer delete(RestCall call) {
        String id = call.label("api_Key");
        engine.control()
                .change(
                        "Delete API key " + id,
                        workspace -> new Change<>(ApiKeyOperations.delete(workspace, id), id),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private static List<String> stageKeys(ObjectNode body) {
        var keys = new ArrayList<String>();
        for (JsonNode key : body.path("stageKeys")) {
            keys.add(Member.text(key, "restApiId").orElse("") + "/"
                    + Member.text(key, "stageName").orElse(""));
        }
        return keys;
    }

    private String newId() {
        return engine.control().newId("apikey", ID_LENGTH);
    }

    static boolean isTrue(RestCall call, String parameter) {
        return call.parameter(parameter).orElse("").equals("true");
    }
}
