package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.HttpApi.RouteSettings;
import dev.sluice.engine.definition.HttpApi.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code http-apis/NAME/stages/STAGE.json}. */
final class HttpApiStageFile {
    private HttpApiStageFile() {}

    static Mapping write(Stage stage) {
        var settings = Mapping.builder();
        stage.routeSettings().forEach((key, setting) -> settings.put(key, write(setting)));
        var fields = Mapping.builder().put("stageName", stage.stageName()).put("autoDeploy", stage.autoDeploy());
        stage.deploymentId().ifPresent(id -> fields.put("deploymentId", id));
        fields.putUnlessEmpty("description", stage.description())
                .putUnlessEmpty("stageVariables", Node.texts(stage.stageVariables()))
                .put("defaultRouteSettings", write(stage.defaultRouteSettings()))
                .putUnlessEmpty("routeSettings", settings.build());
        stage.accessLogSettings().ifPresent(log -> fields.put("accessLogSettings", StageFile.write(log)));
        return fields.build();
    }

    static Optional<Stage> read(Fields fields) {
        Optional<String> name = fields.requiredText("stageName");
        boolean autoDeploy = fields.flag("autoDeploy").orElse(false);
        Optional<String> deploymentId = fields.text("deploymentId");
        String description = fields.text("description").orElse("");
        Map<String, String> variables = fields.texts("stageVariables");
        RouteSettings byDefault = settings(fields.fields("defaultRouteSettings"));
        var settings = new LinkedHashMap<String, RouteSettings>();
        fields.namedFields("routeSettings").forEach((key, own) -> settings.put(key, settings(own)));
        Optional<AccessLogSettings> log = StageFile.accessLogSettings(fields);
        fields.done();
        if (!autoDeploy && deploymentId.isEmpty()) {
            fields.error(
                    "deploymentId",
                    "The stage serves nothing: it has no deployment and does not deploy by itself. Add deploymentId,"
                            + " or \"autoDeploy\": true.");
        }
        return name.map(
                text -> new Stage(text, autoDeploy, deploymentId, description, variables, byDefault, settings, log));
    }

    private static Mapping write(RouteSettings settings) {
        var fields = Mapping.builder();
        settings.throttle().ifPresent(throttle -> Throttles.writeInto(fields, throttle));
        return fields.put("detailedMetricsEnabled", settings.detailedMetricsEnabled())
                .build();
    }

    private static RouteSettings settings(Fields fields) {
        var settings = new RouteSettings(
                Throttles.read(fields, "throttlingRateLimit", "throttlingBurstLimit"),
                fields.flag("detailedMetricsEnabled").orElse(false));
        fields.done();
        return settings;
    }
}
