package dev.sluice.app.cli;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.util.stream.Stream;

/** The one line of JSON that says a server is ready, and where. */
final class ReadyLine {
    private ReadyLine() {}

    static String of(OpenWorkspace serving) {
        Workspace workspace = serving.definition();
        return JsonText.oneLine(Mapping.builder()
                .put("port", serving.port())
                .put("controlUrl", serving.baseUrl())
                .put("awsCli", "aws --endpoint-url " + serving.baseUrl() + " apigateway get-rest-apis")
                .put(
                        "apis",
                        Node.sequence(Stream.concat(
                                        workspace.restApis().stream().map(api -> api(api, serving)),
                                        workspace.httpApis().stream().map(api -> api(api, serving)))
                                .toList()))
                .put(
                        "apiKeys",
                        Node.sequence(workspace.apiKeys().stream()
                                .map(key -> apiKey(key, workspace))
                                .toList()))
                .build());
    }

    private static Mapping api(RestApi api, OpenWorkspace serving) {
        return api(api.id(), api.name(), api.stages().stream().map(Stage::stageName), serving);
    }

    private static Mapping api(HttpApi api, OpenWorkspace serving) {
        return api(api.id(), api.name(), api.stages().stream().map(HttpApi.Stage::stageName), serving);
    }

    private static Mapping api(String id, String name, Stream<String> stageNames, OpenWorkspace serving) {
        var stages = stageNames
                .map(stage -> Mapping.builder()
                        .put("name", stage)
                        .put("invokeUrl", serving.invokeUrl(id, stage))
                        .build())
                .toList();
        return Mapping.builder()
                .put("id", id)
                .put("name", name)
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
