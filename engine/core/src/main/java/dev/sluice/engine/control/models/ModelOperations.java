package dev.sluice.engine.control.models;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.MethodUses;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.Model;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Create, get, list, update and delete an API's models.
 *
 * <p>Every operation throws {@link ControlException} with AWS's words if it cannot be done, and has changed nothing.
 */
public final class ModelOperations {
    private static final PatchPaths PATHS = PatchPaths.replacing("/description", "/schema");

    private ModelOperations() {}

    /** CreateModel. */
    public static Change<Model> create(
            Workspace workspace, String apiId, String name, String contentType, String description, String schema) {
        RestApi api = Lookup.api(workspace, apiId);
        if (name.isEmpty()) {
            throw ControlException.badRequest("Model name must be non-empty");
        }
        if (api.draft().model(name).isPresent()) {
            throw ControlException.conflict("Model name already exists for this REST API");
        }
        checkSchema(schema);
        var model = new Model(name, contentType, description, schema);
        var models = new ArrayList<>(api.draft().models());
        models.add(model);
        return new Change<>(with(workspace, api, models), model);
    }

    /** GetModel. */
    public static Model get(Workspace workspace, String apiId, String name) {
        return workspace
                .restApi(apiId)
                .flatMap(api -> api.draft().model(name))
                .orElseThrow(() -> ControlException.notFound("Invalid model name specified: " + name));
    }

    /** GetModels. */
    public static List<Model> list(Workspace workspace, String apiId) {
        return Lookup.api(workspace, apiId).draft().models();
    }

    /** UpdateModel: all operations or none. */
    public static Change<Model> update(
            Workspace workspace, String apiId, String name, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateModelInput");
        Model changed = get(workspace, apiId, name);
        for (PatchOperation operation : operations) {
            changed = patched(changed, operation);
        }
        Model result = changed;
        RestApi api = Lookup.api(workspace, apiId);
        List<Model> models = api.draft().models().stream()
                .map(old -> old.name().equals(name) ? result : old)
                .toList();
        return new Change<>(with(workspace, api, models), result);
    }

    /** DeleteModel. One that methods use stays (recorded). */
    public static Workspace delete(Workspace workspace, String apiId, String name) {
        get(workspace, apiId, name);
        RestApi api = Lookup.api(workspace, apiId);
        Optional<String> request =
                MethodUses.first(api.draft(), method -> method.requestModels().containsValue(name));
        Optional<String> response = MethodUses.first(
                api.draft(),
                method -> method.methodResponses().values().stream()
                        .anyMatch(answer -> answer.responseModels().containsValue(name)));
        request.ifPresent(method -> refuse(name, "request", method));
        response.ifPresent(method -> refuse(name, "response", method));
        return with(
                workspace,
                api,
                api.draft().models().stream()
                        .filter(old -> !old.name().equals(name))
                        .toList());
    }

    private static void refuse(String name, String part, String method) {
        throw ControlException.conflict(
                "Cannot delete model '" + name + "', is referenced in method " + part + ": " + method);
    }

    private static Model patched(Model old, PatchOperation operation) {
        if (PATHS.check(operation).equals("/description")) {
            return new Model(old.name(), old.contentType(), PatchValue.text(operation), old.schema());
        }
        String schema = operation.value().orElse("");
        checkSchema(schema);
        return new Model(old.name(), old.contentType(), old.description(), schema);
    }

    private static void checkSchema(String schema) {
        if (schema.isBlank()) {
            throw ControlException.badRequest("Model schema must have at least 1 property or array items defined");
        }
        if (Json.readObject(schema).isEmpty()) {
            throw ControlException.badRequest("Invalid model schema specified: it is not a JSON object");
        }
    }

    private static Workspace with(Workspace workspace, RestApi api, List<Model> models) {
        return workspace.withRestApi(api.withDraft(api.draft().withModels(models)));
    }
}
