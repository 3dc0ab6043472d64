package dev.sluice.engine.control.stages;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.StageNotes;
import dev.sluice.engine.definition.ThrottleSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * UpdateStage's patch operations, in order, all or none (control-plane section 6). A method's first setting copies what
 * {@code *}{@code /*} has at that moment; later changes of {@code *}{@code /*} do not touch it (recorded).
 */
final class StagePatches {
    private static final String SIZES = "[0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237]";

    private final RestApi api;
    private final ThrottleSettings account;
    private Stage stage;

    StagePatches(RestApi api, Stage stage, ThrottleSettings account) {
        this.api = api;
        this.stage = stage;
        this.account = account;
    }

    Stage apply(List<PatchOperation> operations) {
        operations.forEach(this::apply);
        return stage;
    }

    private void apply(PatchOperation operation) {
        String path = operation.path().orElseThrow(operation::wrongPath);
        if (operation.op().equals("copy")) {
            copy(operation, path);
        } else if (path.startsWith("/canarySettings")) {
            stage = new CanaryPatches(api, stage).apply(operation, path);
        } else if (operation.op().equals("remove")) {
            remove(path);
        } else if (path.startsWith("/accessLogSettings")) {
            accessLog(operation, path);
        } else if (path.startsWith("/variables/")) {
            variable(operation, path);
        } else {
            replace(operation, path);
        }
    }

    private void replace(PatchOperation operation, String path) {
        Optional<MethodSettingPath> method = MethodSettingPath.ofSetting(path);
        if (!operation.op().equals("replace")) {
            throw method.isPresent()
                    ? ControlException.badRequest("Invalid " + operation.op() + " operation with path: " + path)
                    : StagePaths.invalid(path);
        }
        String value = operation.value().orElse("");
        StageNotes notes = stage.notes();
        switch (path) {
            case "/deploymentId" -> stage = stage.withDeploymentId(deployment(value));
            case "/description" -> stage = stage.withDescription(value);
            case "/tracingEnabled" -> stage = stage.withTracingEnabled(PatchedSetting.flag(value));
            case "/cacheClusterEnabled" -> stage = stage.withCacheClusterSize(cluster(value));
            case "/cacheClusterSize" -> stage = stage.withCacheClusterSize(size(value));
            case "/documentationVersion" -> stage = stage.withNotes(notes.withDocumentationVersion(value));
            case "/clientCertificateId" -> stage = stage.withNotes(notes.withClientCertificateId(value));
            default -> setting(path, method.orElseThrow(() -> StagePaths.invalid(path)), value);
        }
    }

    private void setting(String path, MethodSettingPath method, String value) {
        MethodSetting before = stage.methodSettings().get(method.key());
        if (before == null) {
            before = stage.methodSettings()
                    .getOrDefault(
                            Stage.ALL_METHODS, new MethodSetting(Optional.of(account), LoggingLevel.OFF, false, false));
        }
        MethodSetting after = new PatchedSetting(before, account)
                .with(method.setting(), value)
                .orElseThrow(() -> StagePaths.invalid(path));
        stage = stage.withMethodSetting(method.key(), after);
    }

    private String deployment(String id) {
        if (api.deployment(id).isEmpty()) {
            throw ControlException.badRequest("Deployment id does not exist");
        }
        return id;
    }

    private Optional<String> cluster(String enabled) {
        return PatchedSetting.flag(enabled) ? stage.cacheClusterSize().or(() -> Optional.of("0.5")) : Optional.empty();
    }

    /** A size for a cluster that is off changes nothing: it is off. */
    private Optional<String> size(String value) {
        checkSize(value);
        return stage.cacheClusterSize().map(on -> value);
    }

    static void checkSize(String value) {
        if (!List.of(SIZES.substring(1, SIZES.length() - 1).split(", ")).contains(value)) {
            throw ControlException.validation(value, "cacheClusterSize", "enum value set: " + SIZES);
        }
    }

    private void variable(PatchOperation operation, String path) {
        String name = operation.below("/variables/").orElseThrow(() -> StagePaths.invalid(path));
        var variables = new LinkedHashMap<>(stage.variables());
        variables.put(name, operation.value().orElse(""));
        stage = stage.withVariables(variables);
    }

    private void accessLog(PatchOperation operation, String path) {
        String value = operation.value().orElse("");
        AccessLogSettings log = stage.accessLogSettings().orElse(new AccessLogSettings("", ""));
        AccessLogSettings changed = switch (path) {
            case "/accessLogSettings/destinationArn" -> new AccessLogSettings(value, log.format());
            case "/accessLogSettings/format" -> new AccessLogSettings(log.destinationArn(), value);
            default ->
                throw ControlException.badRequest("Invalid accessLogSettings path. Must be one of :"
                        + " [/accessLogSettings/destinationArn, /accessLogSettings/format]");
        };
        if (value.isEmpty()) {
            throw ControlException.badRequest("Access Log value must not be empty");
        }
        stage = stage.withAccessLogSettings(Optional.of(changed));
    }

    private void remove(String path) {
        if (path.equals("/accessLogSettings")) {
            stage = stage.withAccessLogSettings(Optional.empty());
        } else if (path.startsWith("/variables/")) {
            var variables = new LinkedHashMap<>(stage.variables());
            variables.remove(
                    path.substring("/variables/".length()).replace("~1", "/").replace("~0", "~"));
            stage = stage.withVariables(variables);
        } else {
            Optional<String> key = MethodSettingPath.ofMethod(path).map(MethodSettingPath::key);
            var settings = new LinkedHashMap<>(stage.methodSettings());
            if (key.isEmpty() || settings.remove(key.get()) == null) {
                throw StagePaths.noSetting(path);
            }
            stage = stage.withMethodSettings(settings);
        }
    }

    /** What promotes a canary: its deployment and its variables become the stage's. */
    private void copy(PatchOperation operation, String path) {
        String from = operation.from().orElse("");
        boolean deployment = path.equals("/deploymentId") && from.equals("/canarySettings/deploymentId");
        boolean variables = path.equals("/variables") && from.equals("/canarySettings/stageVariableOverrides");
        if (!deployment && !variables) {
            throw ControlException.badRequest("Invalid copy operation with path: " + path + " and from " + from
                    + ". Valid copy:path are [/deploymentId, /variables] and valid copy:from are"
                    + " [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]");
        }
        Stage.CanarySettings canary = stage.canarySettings()
                .orElseThrow(() -> ControlException.badRequest("Promotion not available. Canary does not exist."));
        if (deployment) {
            stage = stage.withDeploymentId(canary.deploymentId());
        } else {
            var promoted = new LinkedHashMap<>(stage.variables());
            promoted.putAll(canary.stageVariableOverrides());
            stage = stage.withVariables(promoted);
        }
    }
}
