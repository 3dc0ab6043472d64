package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.protocol.Member;
import dev.sluice.engine.aws.protocol.RestAnswer;
import dev.sluice.engine.aws.protocol.RestCall;
import dev.sluice.engine.aws.protocol.RestOperation;
import dev.sluice.engine.aws.protocol.RestTable;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.usageplans.Limits;
import dev.sluice.engine.control.usageplans.UsagePlanOperations;
import dev.sluice.engine.control.usageplans.UsagePlanOperations.NewPlan;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Usage plans: which requests they are, and what is read from them. */
final class UsagePlanRoutes {
    static final String PLANS = "/usageplans";
    static final String PLAN = PLANS + "/{usageplanId}";
    private static final int ID_LENGTH = 6;

    private final Engine engine;

    UsagePlanRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(RestTable<RestOperation> table) {
        table.add("GET", PLANS, this::list)
                .add("POST", PLANS, this::create)
                .add("GET", PLAN, this::get)
                .add("PATCH", PLAN, this::update)
                .add("DELETE", PLAN, this::delete);
    }

    private RestAnswer list(RestCall call) {
        return Pages.answer(
                call, UsagePlanOperations.list(engine.workspace(), call.parameter("keyId")), UsagePlanResponses::plan);
    }

    private RestAnswer get(RestCall call) {
        UsagePlan plan = UsagePlanOperations.get(engine.workspace(), call.label("usageplanId"));
        return RestAnswer.json(200, UsagePlanResponses.planWithTags(plan));
    }

    private RestAnswer create(RestCall call) {
        ObjectNode body = call.body();
        var asked = new NewPlan(
                Member.text(body, "name").orElse(""),
                Member.text(body, "description").orElse(""),
                stages(body),
                Member.present(body, "throttle").map(UsagePlanRoutes::throttle),
                Member.present(body, "quota").map(UsagePlanRoutes::quota),
                Member.textByName(body, "tags"));
        UsagePlan plan = engine.control()
                .change(
                        "Create usage plan " + asked.name(),
                        workspace -> UsagePlanOperations.create(
                                workspace, asked, () -> engine.control().newId("usageplan", ID_LENGTH)),
                        call.nowNanos());
        return RestAnswer.json(201, UsagePlanResponses.plan(plan));
    }

    private RestAnswer update(RestCall call) {
        String id = call.label("usageplanId");
        var patches = call.patches("updateUsagePlanInput");
        UsagePlan plan = engine.control()
                .change(
                        "Update usage plan " + id,
                        workspace -> UsagePlanOperations.update(workspace, id, patches),
                        call.nowNanos());
        return RestAnswer.json(200, UsagePlanResponses.planWithTags(plan));
    }

    private RestAnswer delete(RestCall call) {
        String id = call.label("usageplanId");
        engine.control()
                .change(
                        "Delete usage plan " + id,
                        workspace -> new Change<>(UsagePlanOperations.delete(workspace, id), id),
                        call.nowNanos());
        return RestAnswer.empty(202);
    }

    private static List<ApiStage> stages(ObjectNode body) {
        var stages = new ArrayList<ApiStage>();
        for (JsonNode stage : body.path("apiStages")) {
            Map<String, ThrottleSettings> throttles = new LinkedHashMap<>();
            stage.path("throttle")
                    .properties()
                    .forEach(member -> throttles.put(member.getKey(), throttle(member.getValue())));
            stages.add(new ApiStage(
                    Member.text(stage, "apiId").orElse(""),
                    Member.text(stage, "stage").orElse(""),
                    throttles));
        }
        return stages;
    }

    private static ThrottleSettings throttle(JsonNode json) {
        return Limits.throttle(Member.number(json, "rateLimit"), Member.number(json, "burstLimit"));
    }

    private static QuotaSettings quota(JsonNode json) {
        Optional<Integer> offset = Member.whole(json, "offset");
        return Limits.quota(Member.whole(json, "limit").orElse(0), offset.orElse(0), Member.text(json, "period"));
    }
}
