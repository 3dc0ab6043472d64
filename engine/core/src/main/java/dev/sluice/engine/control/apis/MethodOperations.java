package dev.sluice.engine.control.apis;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodAuthorization;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Put, get, change and delete the methods of a resource and what hangs on them. */
public final class MethodOperations {
    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY");

    private MethodOperations() {}

    /** Which method. */
    public record Id(String apiId, String resourceId, String httpMethod) {}

    /** GetMethod. */
    public static Method get(Workspace workspace, Id id) {
        Method method = ResourceOperations.get(workspace, id.apiId(), id.resourceId())
                .methods()
                .get(id.httpMethod());
        if (method == null) {
            throw ControlException.notFound("Invalid Method identifier specified");
        }
        return method;
    }

    /** GetIntegration. */
    public static Integration integration(Workspace workspace, Id id) {
        Integration integration = get(workspace, id).integration();
        if (integration.isNone()) {
            throw ControlException.notFound("Invalid Integration identifier specified");
        }
        return integration;
    }

    /** PutMethod: of a method that is not there yet. */
    public static Change<Method> put(Workspace workspace, Id id, Method method) {
        Resource resource = ResourceOperations.get(workspace, id.apiId(), id.resourceId());
        if (!METHODS.contains(id.httpMethod())) {
            throw ControlException.badRequest(
                    "Invalid HttpMethod specified. Valid options are " + String.join(",", METHODS));
        }
        if (resource.methods().containsKey(id.httpMethod())) {
            throw ControlException.conflict("Method already exists for this resource");
        }
        check(Lookup.api(workspace, id.apiId()).draft(), method);
        return new Change<>(with(workspace, id, method), method);
    }

    private static void check(ApiDefinition draft, Method method) {
        MethodAuthorization authorization = method.authorization();
        boolean needs = authorization.type() == MethodAuthorization.Type.CUSTOM
                || authorization.type() == MethodAuthorization.Type.COGNITO_USER_POOLS;
        if (needs && authorization.authorizerId().flatMap(draft::authorizer).isEmpty()) {
            throw ControlException.badRequest("Invalid authorizer ID specified. Setting the authorization type to"
                    + " CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.");
        }
        method.requestModels().values().forEach(name -> {
            if (draft.model(name).isEmpty()) {
                throw ControlException.badRequest("Invalid model identifier specified: " + name);
            }
        });
        method.requestValidatorId().ifPresent(validator -> {
            if (draft.requestValidator(validator).isEmpty()) {
                throw ControlException.badRequest("Invalid Request Validator identifier specified");
            }
        });
        long names = method.requestParameters().keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .distinct()
                .count();
        if (names < method.requestParameters().size()) {
            throw ControlException.badRequest("Parameter names must be unique across querystring, header and path");
        }
    }

    /** Changes a method that is there. */
    public static Change<Method> change(Workspace workspace, Id id, UnaryOperator<Method> change) {
        Method changed = change.apply(get(workspace, id));
        return new Change<>(with(workspace, id, changed), changed);
    }

    /** DeleteMethod. */
    public static Workspace delete(Workspace workspace, Id id) {
        get(workspace, id);
        return onMethods(workspace, id, methods -> methods.remove(id.httpMethod()));
    }

    private static Workspace with(Workspace workspace, Id id, Method method) {
        return onMethods(workspace, id, methods -> methods.put(id.httpMethod(), method));
    }

    private static Workspace onMethods(
            Workspace workspace, Id id, java.util.function.Consumer<LinkedHashMap<String, Method>> change) {
        RestApi api = Lookup.api(workspace, id.apiId());
        List<Resource> resources = api.draft().resources().stream()
                .map(resource -> {
                    if (!resource.id().equals(id.resourceId())) {
                        return resource;
                    }
                    var methods = new LinkedHashMap<>(resource.methods());
                    change.accept(methods);
                    return new Resource(resource.id(), resource.path(), methods);
                })
                .toList();
        return workspace.withRestApi(api.withDraft(api.draft().withResources(resources)));
    }
}
