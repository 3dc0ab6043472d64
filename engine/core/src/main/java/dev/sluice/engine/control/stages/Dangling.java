package dev.sluice.engine.control.stages;

import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.function.BiPredicate;

/** Plans and domains that would point at what is gone lose it: a workspace holds no reference to nothing. */
public final class Dangling {
    private Dangling() {}

    static Workspace withoutStage(Workspace workspace, String apiId, String stageName) {
        return without(workspace, (api, stage) -> api.equals(apiId) && stage.equals(stageName));
    }

    /** The workspace with no plan and no domain that names the API. */
    public static Workspace withoutApi(Workspace workspace, String apiId) {
        return without(workspace, (api, stage) -> api.equals(apiId));
    }

    private static Workspace without(Workspace workspace, BiPredicate<String, String> gone) {
        var plans = workspace.usagePlans().stream()
                .map(plan -> withStages(plan, gone))
                .toList();
        var domains = workspace.domainNames().stream()
                .map(domain -> withMappings(domain, gone))
                .toList();
        return workspace.withUsagePlans(plans).withDomainNames(domains);
    }

    private static UsagePlan withStages(UsagePlan plan, BiPredicate<String, String> gone) {
        var stages = plan.apiStages().stream()
                .filter(stage -> !gone.test(stage.apiId(), stage.stage()))
                .toList();
        return stages.equals(plan.apiStages()) ? plan : plan.withApiStages(stages);
    }

    private static DomainName withMappings(DomainName domain, BiPredicate<String, String> gone) {
        var mappings = domain.basePathMappings().stream()
                .filter(mapping -> !gone.test(mapping.restApiId(), mapping.stage()))
                .toList();
        return mappings.equals(domain.basePathMappings()) ? domain : domain.withBasePathMappings(mappings);
    }
}
