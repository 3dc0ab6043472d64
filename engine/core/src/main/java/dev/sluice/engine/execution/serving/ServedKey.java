package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.ApiKey;
import java.util.Map;
import java.util.Optional;

/** An API key with the plans that admit it, by API and stage: a key is in at most one plan for each stage. */
public final class ServedKey {
    private final ApiKey apiKey;
    private final Map<String, Membership> byStage;

    ServedKey(ApiKey apiKey, Map<String, Membership> byStage) {
        this.apiKey = apiKey;
        this.byStage = Map.copyOf(byStage);
    }

    public ApiKey apiKey() {
        return apiKey;
    }

    /** The plan that admits this key to the stage. */
    public Optional<Membership> membership(String apiId, String stage) {
        return Optional.ofNullable(byStage.get(stageKey(apiId, stage)));
    }

    static String stageKey(String apiId, String stage) {
        return apiId + "/" + stage;
    }
}
