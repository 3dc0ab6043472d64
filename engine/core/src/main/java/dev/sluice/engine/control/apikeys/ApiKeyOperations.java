package dev.sluice.engine.control.apikeys;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.NewId;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Create, get, list, update and delete API keys. Seconds are since 1970-01-01T00:00Z.
 *
 * <p>Every operation throws {@link ControlException} with AWS's words if it cannot be done, and has changed nothing.
 */
public final class ApiKeyOperations {
    private static final int SHORTEST_VALUE = 20;
    private static final int LONGEST_VALUE = 128;
    private static final int LONGEST_NAME = 1_024;
    private static final int LONGEST_DESCRIPTION = 125_000;
    private static final PatchPaths PATHS = PatchPaths.replacing("/description", "/enabled", "/name", "/customerId");

    private ApiKeyOperations() {}

    /**
     * What CreateApiKey is asked for. An id is always another text than the value, whatever the deprecated
     * {@code generateDistinctId} says.
     *
     * @param value what clients will send; a random one if absent
     * @param stageKeys {@code apiId/stage}
     */
    public record NewKey(
            String name,
            String description,
            boolean enabled,
            Optional<String> value,
            String customerId,
            List<String> stageKeys,
            Map<String, String> tags) {}

    /**
     * CreateApiKey.
     *
     * @param ids ids of ten letters, another one each time
     */
    public static Change<ApiKey> create(Workspace workspace, NewKey asked, Supplier<String> ids, long nowSeconds) {
        checkName(asked.name());
        checkDescription(asked.description());
        String value = asked.value().filter(text -> !text.isEmpty()).orElseGet(() -> newValue(workspace, ids));
        checkValue(workspace, value);
        String id = NewId.unused(ids, text -> workspace.apiKey(text).isPresent());
        var details = new ApiKey.Details(
                asked.description(), asked.customerId(), nowSeconds, nowSeconds, asked.stageKeys(), asked.tags());
        var key = new ApiKey(id, asked.name(), value, asked.enabled(), details);
        return new Change<>(workspace.withApiKey(key), key);
    }

    /** GetApiKey. */
    public static ApiKey get(Workspace workspace, String id) {
        return workspace
                .apiKey(id)
                .orElseThrow(() -> ControlException.notFound("Invalid API Key identifier specified"));
    }

    /**
     * GetApiKeys.
     *
     * @param name start of the names to list
     */
    public static List<ApiKey> list(Workspace workspace, Optional<String> name, Optional<String> customerId) {
        return workspace.apiKeys().stream()
                .filter(key -> name.isEmpty() || key.name().startsWith(name.get()))
                .filter(key ->
                        customerId.isEmpty() || key.details().customerId().equals(customerId.get()))
                .toList();
    }

    /** UpdateApiKey: all operations or none. */
    public static Change<ApiKey> update(
            Workspace workspace, String id, List<PatchOperation> operations, long nowSeconds) {
        PatchOperation.check(operations, "updateApiKeyInput");
        ApiKey key = get(workspace, id);
        for (PatchOperation operation : operations) {
            key = patched(key, operation);
        }
        ApiKey.Details details = key.details();
        ApiKey changed = key.withDetails(new ApiKey.Details(
                details.description(),
                details.customerId(),
                details.createdDate(),
                nowSeconds,
                details.stageKeys(),
                details.tags()));
        return new Change<>(workspace.withApiKey(changed), changed);
    }

    /** DeleteApiKey: it leaves its usage plans too. */
    public static Workspace delete(Workspace workspace, String id) {
        get(workspace, id);
        List<UsagePlan> plans = workspace.usagePlans().stream()
                .map(plan -> plan.withApiKeyIds(
                        plan.apiKeyIds().stream().filter(key -> !key.equals(id)).toList()))
                .toList();
        return workspace
                .withUsagePlans(plans)
                .withApiKeys(workspace.apiKeys().stream()
                        .filter(key -> !key.id().equals(id))
                        .toList());
    }

    private static ApiKey patched(ApiKey key, PatchOperation operation) {
        ApiKey.Details old = key.details();
        return switch (PATHS.check(operation)) {
            case "/enabled" -> new ApiKey(key.id(), key.name(), key.value(), PatchValue.flag(operation), old);
            case "/name" -> {
                String name = PatchValue.text(operation);
                checkName(name);
                yield new ApiKey(key.id(), name, key.value(), key.enabled(), old);
            }
            case "/description" -> {
                String description = PatchValue.text(operation);
                checkDescription(description);
                yield key.withDetails(described(old, description, old.customerId()));
            }
            default -> key.withDetails(described(old, old.description(), PatchValue.text(operation)));
        };
    }

    private static ApiKey.Details described(ApiKey.Details old, String description, String customerId) {
        return new ApiKey.Details(
                description, customerId, old.createdDate(), old.lastUpdatedDate(), old.stageKeys(), old.tags());
    }

    private static void checkName(String name) {
        if (name.length() > LONGEST_NAME) {
            throw ControlException.badRequest("Invalid API Key name, can be at most " + LONGEST_NAME + " characters.");
        }
    }

    private static void checkDescription(String description) {
        if (description.length() > LONGEST_DESCRIPTION) {
            throw ControlException.badRequest("Invalid API Key description specified.");
        }
    }

    private static String newValue(Workspace workspace, Supplier<String> ids) {
        return NewId.unused(() -> ids.get() + ids.get() + ids.get() + ids.get(), text -> isValue(workspace, text));
    }

    private static boolean isValue(Workspace workspace, String text) {
        return workspace.apiKeys().stream().anyMatch(key -> key.value().equals(text));
    }

    private static void checkValue(Workspace workspace, String value) {
        if (value.length() < SHORTEST_VALUE) {
            throw ControlException.badRequest("API Key value should be at least " + SHORTEST_VALUE + " characters");
        }
        if (value.length() > LONGEST_VALUE) {
            throw ControlException.badRequest("API Key value exceeds maximum size of " + LONGEST_VALUE + " characters");
        }
        if (isValue(workspace, value)) {
            throw ControlException.conflict("API Key already exists");
        }
    }
}
