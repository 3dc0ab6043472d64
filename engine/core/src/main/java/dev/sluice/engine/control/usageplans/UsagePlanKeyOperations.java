package dev.sluice.engine.control.usageplans;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.apikeys.ApiKeyOperations;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Create, get, list and delete the keys of a usage plan. */
public final class UsagePlanKeyOperations {
    /** The only type of key there is. */
    public static final String KEY_TYPE = "API_KEY";

    private UsagePlanKeyOperations() {}

    /** CreateUsagePlanKey. */
    public static Change<ApiKey> create(Workspace workspace, String planId, String keyId, String keyType) {
        UsagePlan plan = UsagePlanOperations.get(workspace, planId);
        if (!keyType.equals(KEY_TYPE)) {
            throw ControlException.badRequest("Invalid key type specified: " + keyType + ". Must be " + KEY_TYPE);
        }
        ApiKey key = ApiKeyOperations.get(workspace, keyId);
        if (plan.apiKeyIds().contains(keyId)) {
            throw ControlException.conflict("Usage Plan Key already exists for this Usage Plan");
        }
        var keys = new ArrayList<>(plan.apiKeyIds());
        keys.add(keyId);
        return new Change<>(workspace.withUsagePlan(plan.withApiKeyIds(keys)), key);
    }

    /** GetUsagePlanKey. */
    public static ApiKey get(Workspace workspace, String planId, String keyId) {
        if (!UsagePlanOperations.get(workspace, planId).apiKeyIds().contains(keyId)) {
            throw ControlException.notFound("Invalid API Key identifier specified");
        }
        return ApiKeyOperations.get(workspace, keyId);
    }

    /**
     * GetUsagePlanKeys.
     *
     * @param name start of the names to list
     */
    public static List<ApiKey> list(Workspace workspace, String planId, Optional<String> name) {
        return UsagePlanOperations.get(workspace, planId).apiKeyIds().stream()
                .flatMap(id -> workspace.apiKey(id).stream())
                .filter(key -> name.isEmpty() || key.name().startsWith(name.get()))
                .toList();
    }

    /** DeleteUsagePlanKey: the key itself stays. */
    public static Workspace delete(Workspace workspace, String planId, String keyId) {
        get(workspace, planId, keyId);
        UsagePlan plan = UsagePlanOperations.get(workspace, planId);
        return workspace.withUsagePlan(plan.withApiKeyIds(
                plan.apiKeyIds().stream().filter(id -> !id.equals(keyId)).toList()));
    }
}
