package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.BehaviourProfile.StageLimit;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.throttling.BucketLimit;
import dev.sluice.engine.execution.throttling.BucketTable;
import dev.sluice.engine.execution.throttling.QuotaId;
import dev.sluice.engine.execution.throttling.TokenBucket;
import dev.sluice.engine.journal.BucketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which limits apply to a method, and in which order they are looked at (data-plane section 6.2; the order is a switch
 * of the behaviour profile).
 *
 * <p>The order of {@link BehaviourProfile.TierOrder#USAGE_PLAN_FIRST} is narrowest first: plan and method, plan,
 * method, stage, account. {@code ACCOUNT_FIRST} is the article's: account, stage, method, usage plan.
 */
public final class Limits {
    private final Workspace workspace;
    private final BehaviourProfile profile;

    public Limits(Workspace workspace) {
        this.workspace = workspace;
        profile = workspace.profile();
    }

    /** A limit and the bucket that keeps it. */
    public record Tier(BucketId bucket, ThrottleSettings limit) {}

    /**
     * Limits of one method on one stage, in the active order.
     *
     * @param methodKey {@code /resource/path/METHOD}
     * @param planStage the plan that admits the caller and its stage; absent if the method needs no key
     */
    public List<Tier> of(String apiId, Stage stage, String methodKey, Optional<PlanStage> planStage) {
        var tiers = new ArrayList<Tier>(5);
        planStage.ifPresent(plan -> plan(apiId, stage.stageName(), methodKey, plan, tiers));
        stage(
                apiId,
                stage.stageName(),
                methodKey,
                throttle(stage, methodKey),
                throttle(stage, Stage.ALL_METHODS),
                tiers);
        return withAccount(tiers);
    }

    /** A key's place in a plan. */
    public record PlanStage(UsagePlan plan, UsagePlan.ApiStage apiStage, String apiKeyId) {}

    private static void plan(String apiId, String stage, String methodKey, PlanStage member, List<Tier> tiers) {
        String planId = member.plan().id();
        ThrottleSettings onMethod = member.apiStage().throttle().get(methodKey);
        if (onMethod != null) {
            tiers.add(new Tier(BucketId.usagePlanMethod(planId, member.apiKeyId(), apiId, stage, methodKey), onMethod));
        }
        member.plan()
                .throttle()
                .ifPresent(limit -> tiers.add(new Tier(BucketId.usagePlan(planId, member.apiKeyId()), limit)));
    }

    /**
     * Limits of one route on one stage of an HTTP API, in the active order: a route's own limit counts as a method's,
     * the stage's default as a stage's. There are no plans (data-plane section 19).
     */
    public List<Tier> ofRoute(String apiId, HttpApi.Stage stage, String routeKey) {
        var tiers = new ArrayList<Tier>(3);
        stage(
                apiId,
                stage.stageName(),
                routeKey,
                throttle(stage, routeKey),
                stage.defaultRouteSettings().throttle(),
                tiers);
        return withAccount(tiers);
    }

    private List<Tier> withAccount(List<Tier> tiers) {
        tiers.add(new Tier(BucketId.account(), workspace.account().throttle()));
        return switch (profile.tierOrder()) {
            case USAGE_PLAN_FIRST -> tiers;
            case ACCOUNT_FIRST -> tiers.reversed();
        };
    }

    private void stage(
            String apiId,
            String name,
            String methodKey,
            Optional<ThrottleSettings> own,
            Optional<ThrottleSettings> all,
            List<Tier> tiers) {
        own.ifPresent(limit -> tiers.add(new Tier(BucketId.method(apiId, name, methodKey), limit)));
        if (profile.stageLimit() == StageLimit.SHARED_BY_STAGE) {
            all.ifPresent(limit -> tiers.add(new Tier(BucketId.stage(apiId, name), limit)));
        } else if (own.isEmpty()) {
            all.ifPresent(limit -> tiers.add(new Tier(BucketId.stageOnMethod(apiId, name, methodKey), limit)));
        }
    }

    /** What limits a bucket under this configuration; empty if nothing does any more. */
    public Optional<BucketLimit> limit(BucketId bucket) {
        Optional<ThrottleSettings> settings = switch (bucket.tier()) {
            case ACCOUNT -> Optional.of(workspace.account().throttle());
            case STAGE ->
                stage(bucket)
                        .flatMap(stage -> throttle(stage, Stage.ALL_METHODS))
                        .or(() -> httpApiStage(bucket)
                                .flatMap(stage -> stage.defaultRouteSettings().throttle()));
            case METHOD ->
                stage(bucket)
                        .flatMap(stage -> throttle(stage, bucket.methodKey()))
                        .or(() -> httpApiStage(bucket).flatMap(stage -> throttle(stage, bucket.methodKey())));
            case USAGE_PLAN -> plan(bucket).flatMap(UsagePlan::throttle);
            case USAGE_PLAN_METHOD -> plan(bucket).flatMap(plan -> onMethod(plan, bucket));
        };
        return settings.map(BucketLimit::of);
    }

    /** What a key may use up under this configuration; empty if its plan has no quota any more. */
    public Optional<QuotaSettings> quota(QuotaId quota) {
        return workspace
                .usagePlan(quota.usagePlanId())
                .filter(plan -> plan.apiKeyIds().contains(quota.apiKeyId()))
                .flatMap(UsagePlan::quota);
    }

    private Optional<Stage> stage(BucketId bucket) {
        return workspace.restApi(bucket.apiId()).flatMap(api -> api.stage(bucket.stage()));
    }

    private Optional<HttpApi.Stage> httpApiStage(BucketId bucket) {
        return workspace.httpApi(bucket.apiId()).flatMap(api -> api.stage(bucket.stage()));
    }

    private Optional<UsagePlan> plan(BucketId bucket) {
        return workspace
                .usagePlan(bucket.usagePlanId())
                .filter(plan -> plan.apiKeyIds().contains(bucket.apiKeyId()));
    }

    private static Optional<ThrottleSettings> onMethod(UsagePlan plan, BucketId bucket) {
        return plan.apiStages().stream()
                .filter(stage ->
                        stage.apiId().equals(bucket.apiId()) && stage.stage().equals(bucket.stage()))
                .findFirst()
                .flatMap(stage -> Optional.ofNullable(stage.throttle().get(bucket.methodKey())));
    }

    private static Optional<ThrottleSettings> throttle(Stage stage, String key) {
        var setting = stage.methodSettings().get(key);
        return setting == null ? Optional.empty() : setting.throttle();
    }

    private static Optional<ThrottleSettings> throttle(HttpApi.Stage stage, String routeKey) {
        var settings = stage.routeSettings().get(routeKey);
        return settings == null ? Optional.empty() : settings.throttle();
    }

    /** The buckets that keep these limits, made if they are not there yet. */
    public static TokenBucket[] buckets(List<Tier> tiers, BucketTable table) {
        return tiers.stream()
                .map(tier -> table.bucket(tier.bucket(), BucketLimit.of(tier.limit())))
                .toArray(TokenBucket[]::new);
    }
}
