package dev.sluice.engine.control.domainnames;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.DomainName.BasePathMapping;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Create, get, list, update and delete the base path mappings of a custom domain. A mapping here needs a stage. */
public final class BasePathOperations {
    private static final PatchPaths PATHS = PatchPaths.replacing("/basePath", "/restapiId", "/stage");

    private BasePathOperations() {}

    /** CreateBasePathMapping. */
    public static Change<BasePathMapping> create(
            Workspace workspace, String domain, String basePath, String apiId, String stage) {
        DomainName name = DomainNameOperations.get(workspace, domain);
        var mapping = new BasePathMapping(checkedPath(name, basePath), apiId, stage);
        check(workspace, mapping);
        var mappings = new ArrayList<>(name.basePathMappings());
        mappings.add(mapping);
        return new Change<>(workspace.withDomainName(name.withBasePathMappings(mappings)), mapping);
    }

    /** GetBasePathMapping. */
    public static BasePathMapping get(Workspace workspace, String domain, String basePath) {
        return DomainNameOperations.get(workspace, domain).basePathMappings().stream()
                .filter(mapping -> mapping.basePath().equals(basePath))
                .findFirst()
                .orElseThrow(() -> ControlException.notFound("Invalid base path mapping identifier specified"));
    }

    /** UpdateBasePathMapping: all operations or none. */
    public static Change<BasePathMapping> update(
            Workspace workspace, String domain, String basePath, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateBasePathMappingInput");
        BasePathMapping old = get(workspace, domain, basePath);
        DomainName name = DomainNameOperations.get(workspace, domain);
        BasePathMapping changed = old;
        for (PatchOperation operation : operations) {
            changed = patched(name, changed, operation);
        }
        check(workspace, changed);
        BasePathMapping result = changed;
        List<BasePathMapping> mappings = name.basePathMappings().stream()
                .map(mapping -> mapping.equals(old) ? result : mapping)
                .toList();
        return new Change<>(workspace.withDomainName(name.withBasePathMappings(mappings)), result);
    }

    /** DeleteBasePathMapping. */
    public static Workspace delete(Workspace workspace, String domain, String basePath) {
        get(workspace, domain, basePath);
        DomainName name = DomainNameOperations.get(workspace, domain);
        return workspace.withDomainName(name.withBasePathMappings(name.basePathMappings().stream()
                .filter(mapping -> !mapping.basePath().equals(basePath))
                .toList()));
    }

    private static BasePathMapping patched(DomainName domain, BasePathMapping old, PatchOperation operation) {
        // Clients write these paths in either case (control-plane section 6).
        String path = switch (operation.path().orElse("")) {
            case "/basepath" -> "/basePath";
            case "/restApiId" -> "/restapiId";
            default -> operation.path().orElse("");
        };
        var spelt = new PatchOperation(
                operation.op(), operation.path().map(unused -> path), operation.value(), operation.from());
        String value = PATHS.check(spelt).isEmpty() ? "" : PatchValue.text(spelt);
        return switch (path) {
            case "/basePath" ->
                new BasePathMapping(
                        value.equals(old.basePath()) ? value : checkedPath(domain, value),
                        old.restApiId(),
                        old.stage());
            case "/restapiId" -> new BasePathMapping(old.basePath(), value, old.stage());
            default -> new BasePathMapping(old.basePath(), old.restApiId(), value);
        };
    }

    private static String checkedPath(DomainName domain, String asked) {
        String path = asked.isEmpty() ? BasePathMapping.NONE : asked;
        if (path.contains("/")) {
            throw ControlException.badRequest(
                    "API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.");
        }
        if (domain.basePathMappings().stream()
                .anyMatch(mapping -> mapping.basePath().equals(path))) {
            throw ControlException.conflict("Base path already exists for this domain name");
        }
        return path;
    }

    private static void check(Workspace workspace, BasePathMapping mapping) {
        if (workspace.restApi(mapping.restApiId()).isEmpty()) {
            throw ControlException.badRequest("Invalid REST API identifier specified");
        }
        if (workspace
                .restApi(mapping.restApiId())
                .flatMap(api -> api.stage(mapping.stage()))
                .isEmpty()) {
            throw ControlException.badRequest("Invalid stage identifier specified");
        }
    }
}
