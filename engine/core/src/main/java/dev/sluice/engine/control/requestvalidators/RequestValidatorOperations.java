package dev.sluice.engine.control.requestvalidators;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.MethodUses;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.control.StableId;
import dev.sluice.engine.definition.RequestValidator;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Create, get, list, update and delete an API's request validators. An API's file knows them by their names: two of one
 * name are refused, and one that was renamed has another id when the workspace is opened again.
 *
 * <p>Every operation throws {@link ControlException} with AWS's words if it cannot be done, and has changed nothing.
 */
public final class RequestValidatorOperations {
    private static final PatchPaths PATHS =
            PatchPaths.replacing("/name", "/validateRequestParameters", "/validateRequestBody");

    private RequestValidatorOperations() {}

    /** CreateRequestValidator. */
    public static Change<RequestValidator> create(
            Workspace workspace, String apiId, String name, boolean validatesBody, boolean validatesParameters) {
        RestApi api = workspace
                .restApi(apiId)
                .orElseThrow(() -> ControlException.badRequest("Invalid REST API identifier specified"));
        checkName(api, name);
        var validator = new RequestValidator(id(api, name), name, validatesBody, validatesParameters);
        var validators = new ArrayList<>(api.draft().requestValidators());
        validators.add(validator);
        return new Change<>(with(workspace, api, validators), validator);
    }

    /** GetRequestValidator. */
    public static RequestValidator get(Workspace workspace, String apiId, String id) {
        return workspace
                .restApi(apiId)
                .flatMap(api -> api.draft().requestValidator(id))
                .orElseThrow(() -> ControlException.notFound("Invalid Request Validator identifier specified"));
    }

    /** GetRequestValidators. */
    public static List<RequestValidator> list(Workspace workspace, String apiId) {
        return Lookup.api(workspace, apiId).draft().requestValidators();
    }

    /** UpdateRequestValidator: all operations or none. */
    public static Change<RequestValidator> update(
            Workspace workspace, String apiId, String id, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateRequestValidatorInput");
        RequestValidator changed = get(workspace, apiId, id);
        RestApi api = Lookup.api(workspace, apiId);
        for (PatchOperation operation : operations) {
            changed = patched(api, changed, operation);
        }
        RequestValidator result = changed;
        List<RequestValidator> validators = api.draft().requestValidators().stream()
                .map(old -> old.id().equals(id) ? result : old)
                .toList();
        return new Change<>(with(workspace, api, validators), result);
    }

    /** DeleteRequestValidator. One that methods use stays, by likeness of models. */
    public static Workspace delete(Workspace workspace, String apiId, String id) {
        RequestValidator validator = get(workspace, apiId, id);
        RestApi api = Lookup.api(workspace, apiId);
        Optional<String> use = MethodUses.first(
                api.draft(), method -> method.requestValidatorId().equals(Optional.of(id)));
        if (use.isPresent()) {
            throw ControlException.conflict("Cannot delete request validator '" + validator.name()
                    + "', is referenced in method request: " + use.get());
        }
        return with(
                workspace,
                api,
                api.draft().requestValidators().stream()
                        .filter(old -> !old.id().equals(id))
                        .toList());
    }

    private static RequestValidator patched(RestApi api, RequestValidator old, PatchOperation operation) {
        return switch (PATHS.check(operation)) {
            case "/name" -> {
                String name = operation.value().orElse("");
                if (!name.equals(old.name())) {
                    checkName(api, name);
                }
                yield new RequestValidator(old.id(), name, old.validateRequestBody(), old.validateRequestParameters());
            }
            case "/validateRequestBody" ->
                new RequestValidator(old.id(), old.name(), PatchValue.flag(operation), old.validateRequestParameters());
            default ->
                new RequestValidator(old.id(), old.name(), old.validateRequestBody(), PatchValue.flag(operation));
        };
    }

    private static void checkName(RestApi api, String name) {
        if (name.isBlank()) {
            throw ControlException.badRequest("Request Validator name cannot be blank");
        }
        if (api.draft().requestValidators().stream().anyMatch(old -> old.name().equals(name))) {
            throw ControlException.conflict("Request Validator name already exists for this REST API");
        }
    }

    /** The id that the API's file will give it; another one while one that was renamed has that. */
    private static String id(RestApi api, String name) {
        String id = StableId.of("validator", api.id(), name);
        for (int i = 2; api.draft().requestValidator(id).isPresent(); i++) {
            id = StableId.of("validator", api.id(), name, Integer.toString(i));
        }
        return id;
    }

    private static Workspace with(Workspace workspace, RestApi api, List<RequestValidator> validators) {
        return workspace.withRestApi(api.withDraft(api.draft().withRequestValidators(validators)));
    }
}
