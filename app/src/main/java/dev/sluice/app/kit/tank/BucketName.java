package dev.sluice.app.kit.tank;

import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.ThrottleTier;

/**
 * What people call a bucket.
 *
 * @param tier the level, as a heading: {@code Usage plan}
 * @param subject whose it is, in a few words: {@code Gold · gold}
 * @param sentence both, to stand inside a sentence: {@code usage plan Gold, API key gold}
 */
public record BucketName(String tier, String subject, String sentence) {

    /** The names that the workspace gives to the ids; an id without a name stands for itself. */
    public static BucketName of(BucketId id, Workspace workspace) {
        return switch (id.tier()) {
            case USAGE_PLAN_METHOD -> {
                String call = method(id.methodKey());
                yield new BucketName(
                        tier(id.tier()),
                        plan(id, workspace) + " · " + call,
                        "usage plan " + plan(id, workspace) + ", API key " + key(id, workspace) + ", method " + call);
            }
            case USAGE_PLAN ->
                new BucketName(
                        tier(id.tier()),
                        plan(id, workspace) + " · key " + key(id, workspace),
                        "usage plan " + plan(id, workspace) + ", API key " + key(id, workspace));
            case METHOD ->
                new BucketName(
                        tier(id.tier()),
                        method(id.methodKey()),
                        "method " + method(id.methodKey()) + " of stage " + stage(id, workspace));
            case STAGE -> stageName(id, workspace);
            case ACCOUNT ->
                new BucketName(
                        tier(id.tier()),
                        workspace.account().region(),
                        "account " + workspace.account().accountId() + " in "
                                + workspace.account().region());
        };
    }

    /** The level as a heading. */
    public static String tier(ThrottleTier tier) {
        return switch (tier) {
            case USAGE_PLAN_METHOD -> "Plan × method";
            case USAGE_PLAN -> "Usage plan";
            case METHOD -> "Method";
            case STAGE -> "Stage";
            case ACCOUNT -> "Account";
        };
    }

    /** {@code GET /users} for {@code /users/GET}, as in a stage's method settings. */
    public static String method(String methodKey) {
        int slash = methodKey.lastIndexOf('/');
        if (slash < 0) {
            return methodKey;
        }
        String path = methodKey.substring(0, slash);
        return methodKey.substring(slash + 1) + " " + (path.isEmpty() ? "/" : path);
    }

    private static BucketName stageName(BucketId id, Workspace workspace) {
        String stage = stage(id, workspace);
        if (id.methodKey().isEmpty()) {
            return new BucketName(tier(id.tier()), id.stage(), "stage " + stage);
        }
        String call = method(id.methodKey());
        return new BucketName(
                tier(id.tier()), id.stage() + " · " + call, "stage " + stage + ", its limit copied to " + call);
    }

    private static String stage(BucketId id, Workspace workspace) {
        boolean several = workspace.restApis().size() > 1;
        String api = workspace.restApi(id.apiId()).map(RestApi::name).orElse(id.apiId());
        return several ? id.stage() + " of " + api : id.stage();
    }

    private static String plan(BucketId id, Workspace workspace) {
        return workspace.usagePlan(id.usagePlanId()).map(UsagePlan::name).orElse(id.usagePlanId());
    }

    private static String key(BucketId id, Workspace workspace) {
        return workspace.apiKey(id.apiKeyId()).map(ApiKey::name).orElse(id.apiKeyId());
    }
}
