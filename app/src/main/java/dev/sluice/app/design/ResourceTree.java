package dev.sluice.app.design;

import dev.sluice.app.design.TreeEntry.MethodEntry;
import dev.sluice.app.design.TreeEntry.ResourceEntry;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The resources of an API's draft as a tree by path, with what the filter lets through. */
final class ResourceTree {
    private final Workspace workspace;
    private final RestApi api;
    private final Optional<Stage> stage;
    private final Optional<ApiDefinition> deployed;
    private final MethodFilter filter;

    ResourceTree(Workspace workspace, RestApi api, String stageName, MethodFilter filter) {
        this.workspace = workspace;
        this.api = api;
        this.filter = filter;
        stage = api.stage(stageName);
        deployed = stage.flatMap(s -> api.deployment(s.deploymentId())).map(deployment -> deployment.definition());
    }

    /** The branches at the top, in the author's order. */
    List<TreeBranch> branches() {
        return childrenOf(Optional.empty());
    }

    private List<TreeBranch> childrenOf(Optional<Resource> parent) {
        var branches = new ArrayList<TreeBranch>();
        for (Resource resource : api.draft().resources()) {
            if (parentOf(resource).equals(parent)) {
                branch(resource, parent).ifPresent(branches::add);
            }
        }
        return branches;
    }

    private Optional<TreeBranch> branch(Resource resource, Optional<Resource> parent) {
        var children = new ArrayList<TreeBranch>();
        for (Method method : resource.methods().values()) {
            MethodEntry entry = entry(resource, method);
            if (filter.matches(entry)) {
                children.add(new TreeBranch(entry, List.of()));
            }
        }
        children.addAll(childrenOf(Optional.of(resource)));
        if (children.isEmpty() && !filter.isEmpty()) {
            return Optional.empty();
        }
        var entry = new ResourceEntry(resource.path(), label(resource, parent));
        return Optional.of(new TreeBranch(entry, children));
    }

    private MethodEntry entry(Resource resource, Method method) {
        return new MethodEntry(
                api.id(),
                resource.path(),
                method.httpMethod(),
                method.apiKeyRequired(),
                hasOwnThrottle(resource.path() + "/" + method.httpMethod()),
                DeploymentState.of(resource.path(), method, deployed));
    }

    private boolean hasOwnThrottle(String methodKey) {
        boolean onStage = stage.map(s -> s.methodSettings().get(methodKey))
                .flatMap(setting -> setting.throttle())
                .isPresent();
        return onStage
                || workspace.usagePlans().stream()
                        .flatMap(plan -> plan.apiStages().stream())
                        .filter(this::isThisStage)
                        .anyMatch(apiStage -> apiStage.throttle().containsKey(methodKey));
    }

    private boolean isThisStage(UsagePlan.ApiStage apiStage) {
        return apiStage.apiId().equals(api.id())
                && stage.filter(s -> s.stageName().equals(apiStage.stage())).isPresent();
    }

    /** The resource whose path is the longest beginning of this one's, in whole segments. */
    private Optional<Resource> parentOf(Resource resource) {
        Optional<Resource> longest = Optional.empty();
        for (Resource other : api.draft().resources()) {
            boolean above = !other.path().equals("/") && resource.path().startsWith(other.path() + "/");
            if (above
                    && longest.filter(l -> l.path().length() >= other.path().length())
                            .isEmpty()) {
                longest = Optional.of(other);
            }
        }
        return longest;
    }

    private static String label(Resource resource, Optional<Resource> parent) {
        return parent.map(above -> resource.path().substring(above.path().length()))
                .orElse(resource.path());
    }
}
