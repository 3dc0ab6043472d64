package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.Backend.TargetGroup;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What files say about one another, noted while they are read and checked once all are. */
final class References {
    private final List<Consumer<Workspace>> checks = new ArrayList<>();
    private final Map<String, String> keyIdByValue = new HashMap<>();

    /** Reports what leads nowhere, in the files that say it. */
    void check(Workspace workspace) {
        checks.forEach(check -> check.accept(workspace));
    }

    void add(Consumer<Workspace> check) {
        checks.add(check);
    }

    void stage(Fields fields, String apiMember, String apiId, String stageMember, String stage) {
        checks.add(workspace -> {
            var api = workspace.restApi(apiId);
            var httpApi = workspace.httpApi(apiId);
            if (httpApi.isPresent()) {
                if (httpApi.get().stage(stage).isEmpty()) {
                    fields.error(stageMember, noStage(httpApi.get().name(), stage));
                }
            } else if (api.isEmpty()) {
                fields.error(apiMember, "There is no API with the id \"" + apiId + "\". Correct or remove this entry.");
            } else if (api.get().stage(stage).isEmpty()) {
                fields.error(stageMember, noStage(api.get().name(), stage));
            }
        });
    }

    private static String noStage(String apiName, String stage) {
        return "The API " + apiName + " has no stage \"" + stage + "\". Correct or remove this entry.";
    }

    void deployment(Fields fields, String member, String apiId, String deploymentId) {
        checks.add(workspace -> {
            if (workspace
                    .restApi(apiId)
                    .flatMap(api -> api.deployment(deploymentId))
                    .isEmpty()) {
                fields.error(
                        member,
                        "There is no deployment \"" + deploymentId
                                + "\", so the stage cannot answer. Deploy to it again.");
            }
        });
    }

    void apiKeysOf(Fields plan, List<String> keyIds) {
        checks.add(workspace -> {
            for (String id : keyIds) {
                if (workspace.apiKey(id).isEmpty()) {
                    plan.error("apiKeyIds", "There is no API key with the id \"" + id + "\". Correct or remove it.");
                }
            }
        });
    }

    void apiKey(Fields fields, String id, String value) {
        String other = keyIdByValue.putIfAbsent(value, id);
        if (other != null) {
            fields.error("value", "The key \"" + other + "\" has the same value; a request cannot say which it means.");
        }
        checks.add(workspace -> {
            boolean used = workspace.usagePlans().stream()
                    .anyMatch(plan -> plan.apiKeyIds().contains(id));
            if (!used) {
                fields.warning(
                        "id", "The key is in no usage plan, so it opens nothing. Name its id in a plan's apiKeyIds.");
            }
        });
    }

    void targetGroup(Fields link, String name) {
        checks.add(workspace -> {
            if (!(workspace.backend(name).orElse(null) instanceof TargetGroup)) {
                link.error("targetGroup", "There is no target group \"" + name + "\" among the backends. Add it.");
            }
        });
    }

    /** A function that a neighbour invokes. */
    void function(Fields fields, String member, String name) {
        function(fields, List.of(member), name);
    }

    /** @param inside leads from the fields to where the function is named */
    void function(Fields fields, List<String> inside, String name) {
        checks.add(workspace -> {
            if (!(workspace.backend(name).orElse(null) instanceof ModelledFunction)) {
                fields.warningInside(
                        inside,
                        "No backend is a function named \"" + name + "\": invoking it fails. Add backends/" + name
                                + ".json.");
            }
        });
    }

    /** @param what the kind as a person would say it */
    void backend(Fields fields, String member, Class<? extends Backend> kind, String what, String name) {
        checks.add(workspace -> {
            if (workspace.backend(name).filter(kind::isInstance).isEmpty()) {
                fields.error(member, "There is no " + what + " \"" + name + "\" among the backends. Add it.");
            }
        });
    }

    void integrations(Fields openApi, RestApi api) {
        checks.add(workspace -> new IntegrationReferences(openApi, workspace).check(api.draft()));
    }
}
