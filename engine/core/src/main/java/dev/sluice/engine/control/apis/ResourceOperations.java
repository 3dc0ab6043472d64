package dev.sluice.engine.control.apis;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.Lookup;
import dev.sluice.engine.control.StableId;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Get, create and delete resources. An id follows from the API and the path, so that it outlives the file it is not
 * written to.
 */
public final class ResourceOperations {
    private static final Pattern PART = Pattern.compile("\\{[a-zA-Z0-9._-]+\\+?}|[a-zA-Z0-9._:,-]+");

    private ResourceOperations() {}

    /** GetResource. */
    public static Resource get(Workspace workspace, String apiId, String resourceId) {
        return workspace.restApi(apiId).stream()
                .flatMap(api -> api.draft().resources().stream())
                .filter(resource -> resource.id().equals(resourceId))
                .findFirst()
                .orElseThrow(() -> ControlException.notFound("Invalid Resource identifier specified"));
    }

    /** The resource that one's path lies directly below; none for the root. */
    public static Optional<Resource> parent(RestApi api, Resource resource) {
        return resource.path().equals("/") ? Optional.empty() : api.draft().resource(parentPath(resource.path()));
    }

    /** The last segment of a resource's path; empty for the root. */
    public static String pathPart(Resource resource) {
        return resource.path().substring(resource.path().lastIndexOf('/') + 1);
    }

    /** CreateResource. */
    public static Change<Resource> create(Workspace workspace, String apiId, String parentId, String pathPart) {
        RestApi api = Lookup.api(workspace, apiId);
        Resource parent = get(workspace, apiId, parentId);
        if (!PART.matcher(pathPart).matches()) {
            throw ControlException.badRequest("Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path"
                    + " variable and curly braces at the beginning and the end.");
        }
        if (pathPart(parent).endsWith("+}")) {
            throw ControlException.badRequest(
                    "Cannot create a child of a resource with a greedy path variable: " + pathPart(parent));
        }
        for (Resource other : api.draft().resources()) {
            if (parent(api, other).equals(Optional.of(parent))) {
                checkSibling(pathPart(other), pathPart);
            }
        }
        String path = (parent.path().equals("/") ? "" : parent.path()) + "/" + pathPart;
        var made = new Resource(StableId.ofResource(apiId, path), path, Map.of());
        var resources = new ArrayList<>(api.draft().resources());
        resources.add(made);
        return new Change<>(workspace.withRestApi(api.withDraft(api.draft().withResources(resources))), made);
    }

    private static void checkSibling(String sibling, String pathPart) {
        if (sibling.equals(pathPart)) {
            throw ControlException.conflict("Another resource with the same parent already has this name: " + pathPart);
        }
        if (sibling.startsWith("{") && pathPart.startsWith("{")) {
            throw ControlException.badRequest("A sibling (" + sibling
                    + ") of this resource already has a variable path part -- only one is allowed");
        }
    }

    /** DeleteResource, with everything below it. */
    public static Workspace delete(Workspace workspace, String apiId, String resourceId) {
        Resource gone = get(workspace, apiId, resourceId);
        if (gone.path().equals("/")) {
            throw ControlException.badRequest("Cannot delete the root resource.");
        }
        RestApi api = Lookup.api(workspace, apiId);
        List<Resource> rest = api.draft().resources().stream()
                .filter(resource -> !resource.equals(gone) && !resource.path().startsWith(gone.path() + "/"))
                .toList();
        return workspace.withRestApi(api.withDraft(api.draft().withResources(rest)));
    }

    private static String parentPath(String path) {
        int slash = path.lastIndexOf('/');
        return slash == 0 ? "/" : path.substring(0, slash);
    }
}
