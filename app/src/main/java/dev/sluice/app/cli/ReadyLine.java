package dev.sluice.app.cli;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;

/** The one line of JSON that says a server is ready, and where. */
final class ReadyLine {
    private ReadyLine() {}

    static String of(OpenWorkspace serving) {
        Workspace workspace = serving.definition();
        return JsonText.oneLine(Mapping.builder()
                .put("port", serving.port())
                .put("controlUrl", serving.baseUrl())
                .put(
                        "apis",
                        Node.sequence(workspace.restApis().stream()
                                .map(api -> api(api, serving))
                                .toList()))
                .put(
                        "apiKeys",
                        Node.sequence(workspace.apiKeys().stream()
                                .map(key -> apiKey(key, workspace))
                                .toList()))
                .build());
    }

    private static Mapping api(RestApi api, OpenWorkspace serving) {
        var stages = api.stages().stream()
                .map(stage -> Mapping.builder()
                        .put("name", stage.stageName())
                        .put("invokeUrl", serving.invokeUrl(api.id(), stage.stageName()))
                        .build())
                .toList();
        return Mapping.builder()
                .put("id", api.id())
                .put("name", api.name())
                .put("stages", Node.sequence(stages))
                .build();
    }

    /** The plan is the first that has the key; empty if none has. */
    private static Mapping apiKey(ApiKey key, Workspace workspace) {
        String plan = workspace.usagePlans().stream()
                .filter(candidate -> candidate.apiKeyIds().contains(key.id()))
                .map(UsagePlan::name)
                .findFirst()
                .orElse("");
        return Mapping.builder()
                .put("name", key.name())
                .put("value", key.value())
                .put("plan", plan)
                .build();
    }
}
