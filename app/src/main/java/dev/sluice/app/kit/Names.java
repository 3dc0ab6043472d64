package dev.sluice.app.kit;

import static dev.sluice.app.Texts.text;

import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.BehaviourProfile.TierOrder;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.ThrottleTier;
import java.util.function.Supplier;

/**
 * The names that people gave to things the journal knows by id. A thing that is no longer there keeps its id as name.
 *
 * @param workspace what is served now
 */
public record Names(Supplier<Workspace> workspace) {

    public String apiKey(String id) {
        return workspace.get().apiKey(id).map(ApiKey::name).orElse(id);
    }

    public String usagePlan(String id) {
        return workspace.get().usagePlan(id).map(UsagePlan::name).orElse(id);
    }

    public String restApi(String id) {
        return workspace.get().restApi(id).map(RestApi::name).orElse(id);
    }

    /** The tier as its own line says it: {@code Usage plan}, {@code Account}. */
    public static String tier(ThrottleTier tier) {
        return switch (tier) {
            case USAGE_PLAN_METHOD -> text("tier.usagePlanMethod");
            case USAGE_PLAN -> text("tier.usagePlan");
            case METHOD -> text("tier.method");
            case STAGE -> text("tier.stage");
            case ACCOUNT -> text("tier.account");
        };
    }

    /** Which order the tiers are looked at in, in two words. */
    public static String tierOrder(TierOrder order) {
        return switch (order) {
            case USAGE_PLAN_FIRST -> text("tierOrder.aws");
            case ACCOUNT_FIRST -> text("tierOrder.article");
        };
    }

    /** What tells the bucket from others of its tier: {@code Gold · key acme · GET /pets}; empty for the account's. */
    public String owner(BucketId bucket) {
        return switch (bucket.tier()) {
            case USAGE_PLAN_METHOD ->
                text(
                        "bucket.usagePlanMethod",
                        usagePlan(bucket.usagePlanId()),
                        apiKey(bucket.apiKeyId()),
                        method(bucket.methodKey()));
            case USAGE_PLAN -> text("bucket.usagePlan", usagePlan(bucket.usagePlanId()), apiKey(bucket.apiKeyId()));
            case METHOD -> text("bucket.method", bucket.stage(), method(bucket.methodKey()));
            case STAGE ->
                bucket.methodKey().isEmpty()
                        ? bucket.stage()
                        : text("bucket.method", bucket.stage(), method(bucket.methodKey()));
            case ACCOUNT -> "";
        };
    }

    /** {@code Usage plan Gold · key acme}: tier and owner. */
    public String bucket(BucketId bucket) {
        String owner = owner(bucket);
        return owner.isEmpty() ? tier(bucket.tier()) : tier(bucket.tier()) + " " + owner;
    }

    /** {@code GET /users} from a method key {@code /users/GET}; {@code GET /} from {@code //GET}. */
    public static String method(String methodKey) {
        int slash = methodKey.lastIndexOf('/');
        if (slash < 0) {
            return methodKey;
        }
        return methodKey.substring(slash + 1) + " " + methodKey.substring(0, slash);
    }
}
