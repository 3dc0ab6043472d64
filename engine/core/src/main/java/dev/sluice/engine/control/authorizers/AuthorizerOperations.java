package dev.sluice.engine.control.authorizers;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.MethodUses;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.StableId;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Authorizer.Type;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Create, get, list, update and delete an API's authorizers. An API's file knows them by their names: two of one name
 * are refused, and one that was renamed has another id when the workspace is opened again.
 *
 * <p>Every operation throws {@link ControlException} with AWS's words if it cannot be done, and has changed nothing.
 */
public final class AuthorizerOperations {
    private static final int ID_LENGTH = 6;

    private AuthorizerOperations() {}

    /** What CreateAuthorizer is asked for. */
    public record NewAuthorizer(
            String name,
            String type,
            String authorizerUri,
            Optional<String> credentials,
            Optional<String> identitySource,
            Optional<String> identityValidationExpression,
            Optional<Integer> resultTtlInSeconds,
            List<String> providerArns) {}

    /** CreateAuthorizer. */
    public static Change<Authorizer> create(Workspace workspace, String apiId, NewAuthorizer asked) {
        Type type = type(asked.type(), "createAuthorizerInput.type");
        RestApi api = workspace
                .restApi(apiId)
                .orElseThrow(() -> ControlException.conflict(
                        "Unable to complete operation due to concurrent modification. Please try again later."));
        AuthorizerRules.checkName(api, asked.name());
        var authorizer = new Authorizer(
                id(api, asked.name()),
                asked.name(),
                type,
                asked.authorizerUri(),
                asked.credentials(),
                AuthorizerRules.source(type, asked.identitySource()),
                asked.identityValidationExpression(),
                asked.resultTtlInSeconds().orElse(Authorizer.DEFAULT_TTL_SECONDS),
                asked.providerArns());
        AuthorizerRules.check(authorizer);
        var authorizers = new ArrayList<>(api.draft().authorizers());
        authorizers.add(authorizer);
        return new Change<>(with(workspace, api, authorizers), authorizer);
    }

    /** GetAuthorizer. */
    public static Authorizer get(Workspace workspace, String apiId, String id) {
        return workspace
                .restApi(apiId)
                .flatMap(api -> api.draft().authorizer(id))
                .orElseThrow(() -> ControlException.notFound("Invalid Authorizer identifier specified"));
    }

    /** GetAuthorizers. */
    public static List<Authorizer> list(Workspace workspace, String apiId) {
        return Lookup.api(workspace, apiId).draft().authorizers();
    }

    /** UpdateAuthorizer: all operations or none. */
    public static Change<Authorizer> update(
            Workspace workspace, String apiId, String id, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateAuthorizerInput");
        Authorizer changed = get(workspace, apiId, id);
        RestApi api = Lookup.api(workspace, apiId);
        for (PatchOperation operation : operations) {
            changed = AuthorizerPatch.apply(api, changed, operation);
        }
        AuthorizerRules.check(changed);
        Authorizer result = changed;
        List<Authorizer> authorizers = api.draft().authorizers().stream()
                .map(old -> old.id().equals(id) ? result : old)
                .toList();
        return new Change<>(with(workspace, api, authorizers), result);
    }

    /** DeleteAuthorizer. One that methods use stays (recall). */
    public static Workspace delete(Workspace workspace, String apiId, String id) {
        Authorizer authorizer = get(workspace, apiId, id);
        RestApi api = Lookup.api(workspace, apiId);
        Optional<String> use = MethodUses.first(
                api.draft(), method -> method.authorization().authorizerId().equals(Optional.of(id)));
        if (use.isPresent()) {
            throw ControlException.conflict(
                    "Cannot delete authorizer '" + authorizer.name() + "', is referenced in method: " + use.get());
        }
        return with(
                workspace,
                api,
                api.draft().authorizers().stream()
                        .filter(old -> !old.id().equals(id))
                        .toList());
    }

    static Type type(String name, String member) {
        return Arrays.stream(Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ControlException.validation(name, member, "enum value set: " + Arrays.toString(Type.values())));
    }

    /** The id that the API's file will give it; another one while one that was renamed has that. */
    private static String id(RestApi api, String name) {
        String id = StableId.of("authorizer", api.id(), name).substring(0, ID_LENGTH);
        for (int i = 2; api.draft().authorizer(id).isPresent(); i++) {
            id = StableId.of("authorizer", api.id(), name, Integer.toString(i)).substring(0, ID_LENGTH);
        }
        return id;
    }

    private static Workspace with(Workspace workspace, RestApi api, List<Authorizer> authorizers) {
        return workspace.withRestApi(api.withDraft(api.draft().withAuthorizers(authorizers)));
    }
}
