package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.usageplans.UsageOperations.Usage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import dev.sluice.engine.execution.throttling.QuotaDay;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Usage plans and usage as AWS's clients read them. */
final class UsagePlanResponses {
    private UsagePlanResponses() {}

    static ObjectNode plan(UsagePlan plan) {
        ObjectNode json = Json.object().put("id", plan.id()).put("name", plan.name());
        StageResponses.putUnlessEmpty(json, "description", plan.description());
        var stages = json.putArray("apiStages");
        plan.apiStages().forEach(stage -> stages.add(stage(stage)));
        plan.throttle().ifPresent(throttle -> json.set("throttle", throttle(throttle)));
        plan.quota()
                .ifPresent(quota -> json.putObject("quota")
                        .put("limit", quota.limit())
                        .put("offset", quota.offset())
                        .put("period", quota.period().name()));
        StageResponses.putUnlessEmpty(json, "productCode", plan.productCode());
        StageResponses.putUnlessEmpty(json, "tags", plan.tags());
        return json;
    }

    /** A single plan always has {@code tags}, unless it was just made (recorded). */
    static ObjectNode planWithTags(UsagePlan plan) {
        ObjectNode json = plan(plan);
        if (plan.tags().isEmpty()) {
            json.putObject("tags");
        }
        return json;
    }

    static ObjectNode usage(Usage usage, Pages<Map.Entry<String, List<QuotaDay>>> page) {
        ObjectNode json = Json.object()
                .put("usagePlanId", usage.plan().id())
                .put("startDate", usage.startDate().toString())
                .put("endDate", usage.endDate().toString());
        page.position().ifPresent(position -> json.put("position", position));
        ObjectNode values = json.putObject("values");
        for (Map.Entry<String, List<QuotaDay>> ofKey : page.items()) {
            var days = values.putArray(ofKey.getKey());
            ofKey.getValue().forEach(day -> days.addArray().add(day.used()).add(day.remaining()));
        }
        return json;
    }

    private static ObjectNode stage(ApiStage stage) {
        ObjectNode json = Json.object().put("apiId", stage.apiId()).put("stage", stage.stage());
        if (!stage.throttle().isEmpty()) {
            ObjectNode byMethod = json.putObject("throttle");
            stage.throttle().forEach((key, throttle) -> byMethod.set(key, throttle(throttle)));
        }
        return json;
    }

    private static ObjectNode throttle(ThrottleSettings throttle) {
        return Json.object()
                .put("burstLimit", throttle.burstLimit())
                .put("rateLimit", throttle.rateLimit().doubleValue());
    }
}
