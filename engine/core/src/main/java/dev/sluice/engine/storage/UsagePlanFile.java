package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.QuotaSettings.Period;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.UsagePlan.ApiStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code usage-plans/NAME.json}. */
final class UsagePlanFile {
    private UsagePlanFile() {}

    static Mapping write(UsagePlan plan) {
        var fields = Mapping.builder()
                .put("id", plan.id())
                .put("name", plan.name())
                .putUnlessEmpty("description", plan.description())
                .put(
                        "apiStages",
                        Node.sequence(plan.apiStages().stream()
                                .map(UsagePlanFile::write)
                                .toList()));
        plan.throttle().ifPresent(throttle -> fields.put("throttle", Throttles.write(throttle)));
        plan.quota().ifPresent(quota -> fields.put("quota", write(quota)));
        return fields.put("apiKeyIds", Node.texts(plan.apiKeyIds()))
                .putUnlessEmpty("productCode", plan.productCode())
                .putUnlessEmpty("tags", SmallFiles.texts(plan.tags()))
                .build();
    }

    static Optional<UsagePlan> read(Fields fields, References references) {
        Optional<String> id = fields.requiredText("id");
        Optional<String> name = fields.requiredText("name");
        String description = fields.text("description").orElse("");
        List<ApiStage> stages = apiStages(fields, references);
        Optional<ThrottleSettings> throttle = Throttles.read(fields, "throttle");
        Optional<QuotaSettings> quota = quota(fields);
        List<String> keys = fields.textItems("apiKeyIds");
        String productCode = fields.text("productCode").orElse("");
        Map<String, String> tags = fields.texts("tags");
        fields.done();
        references.apiKeysOf(fields, keys);
        return id.isPresent() && name.isPresent()
                ? Optional.of(new UsagePlan(
                        id.get(), name.get(), description, stages, throttle, quota, keys, productCode, tags))
                : Optional.empty();
    }

    private static Mapping write(ApiStage stage) {
        var throttle = Mapping.builder();
        stage.throttle().forEach((key, settings) -> throttle.put(key, Throttles.write(settings)));
        return Mapping.builder()
                .put("apiId", stage.apiId())
                .put("stage", stage.stage())
                .putUnlessEmpty("throttle", throttle.build())
                .build();
    }

    private static List<ApiStage> apiStages(Fields plan, References references) {
        var stages = new ArrayList<ApiStage>();
        for (Fields fields : plan.fieldItems("apiStages")) {
            Optional<String> apiId = fields.requiredText("apiId");
            Optional<String> stage = fields.requiredText("stage");
            var throttle = new LinkedHashMap<String, ThrottleSettings>();
            Fields byMethod = fields.fields("throttle");
            for (String key : byMethod.mapping().members().keySet()) {
                Throttles.read(byMethod, key).ifPresent(settings -> throttle.put(key, settings));
            }
            fields.done();
            if (apiId.isPresent() && stage.isPresent()) {
                references.stage(fields, "apiId", apiId.get(), "stage", stage.get());
                stages.add(new ApiStage(apiId.get(), stage.get(), throttle));
            }
        }
        return stages;
    }

    private static Mapping write(QuotaSettings quota) {
        return Mapping.builder()
                .put("limit", quota.limit())
                .put("offset", quota.offset())
                .put("period", quota.period().name())
                .build();
    }

    private static Optional<QuotaSettings> quota(Fields plan) {
        if (plan.node("quota").isEmpty()) {
            return Optional.empty();
        }
        Fields fields = plan.fields("quota");
        if (fields.node("limit").isEmpty() || fields.node("period").isEmpty()) {
            plan.error("quota", "A quota needs limit and period (DAY, WEEK or MONTH). Add both or remove it.");
        }
        Optional<Long> limit = fields.whole("limit", 0, Integer.MAX_VALUE);
        long offset = fields.whole("offset", 0, Integer.MAX_VALUE).orElse(0L);
        Optional<Period> period = fields.constant("period", Period.class);
        fields.done();
        return limit.isPresent() && period.isPresent()
                ? Optional.of(new QuotaSettings(limit.get(), offset, period.get()))
                : Optional.empty();
    }
}
