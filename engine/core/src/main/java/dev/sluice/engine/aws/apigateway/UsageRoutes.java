package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.usageplans.UsageOperations;
import dev.sluice.engine.control.usageplans.UsageOperations.Usage;
import dev.sluice.engine.control.usageplans.UsagePlanKeyOperations;
import dev.sluice.engine.definition.ApiKey;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The keys of usage plans and their usage: which requests they are, and what is read from them. */
final class UsageRoutes {
    private static final String KEYS = UsagePlanRoutes.PLAN + "/keys";
    private static final String KEY = KEYS + "/{keyId}";

    private final Engine engine;

    UsageRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", KEYS, this::list)
                .add("POST", KEYS, this::create)
                .add("GET", KEY, this::get)
                .add("DELETE", KEY, this::delete)
                .add("GET", UsagePlanRoutes.PLAN + "/usage", this::usage)
                .add("PATCH", KEY + "/usage", this::updateUsage);
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(
                call,
                UsagePlanKeyOperations.list(engine.workspace(), plan(call), call.parameter("name")),
                ApiKeyResponses::planKey);
    }

    private RestAnswer get(RestCall call) {
        ApiKey key = UsagePlanKeyOperations.get(engine.workspace(), plan(call), call.label("keyId"));
        return RestAnswer.json(200, ApiKeyResponses.planKey(key));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        String keyId = Member.text(body, "keyId").orElse("");
        String type = Member.text(body, "keyType").orElse("");
        ApiKey key = engine.control()
                .change(
                        "Add API key " + keyId + " to usage plan " + plan(call),
                        workspace -> UsagePlanKeyOperations.create(workspace, plan(call), keyId, type),
                        call.nowNanos());
        return RestAnswer.json(201, ApiKeyResponses.planKey(key));
    }

    private RestAnswer delete(RestCall call) {
        String keyId = call.label("keyId");
        engine.control()
                .change(
                        "Remove API key " + keyId + " from usage plan " + plan(call),
                        workspace -> new Change<>(UsagePlanKeyOperations.delete(workspace, plan(call), keyId), keyId),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private RestAnswer usage(RestCall call) {
        Usage usage = UsageOperations.get(
                engine.workspace(),
                engine.quotas(),
                plan(call),
                call.parameter("keyId"),
                call.parameter("startDate").orElse("null"),
                call.parameter("endDate").orElse("null"),
                call.nowNanos());
        return answer(call, usage);
    }

    private RestAnswer updateUsage(RestCall call) {
        Usage usage = UsageOperations.update(
                engine.workspace(),
                engine.quotas(),
                plan(call),
                call.label("keyId"),
                call.patches("updateUsageInput"),
                call.nowNanos());
        return answer(call, usage);
    }

    private static RestAnswer answer(RestCall call, Usage usage) {
        return RestAnswer.json(
                200,
                UsagePlanResponses.usage(
                        usage, Pages.of(call, List.copyOf(usage.values().entrySet()))));
    }

    private static String plan(RestCall call) {
        return call.label("usageplanId");
    }
}
