package dev.sluice.engine.control.domainnames;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Create, get, update and delete custom domains. What AWS needs of a domain for TLS and DNS is kept as it was given;
 * here the {@code Host} header alone leads to the domain's stages.
 */
public final class DomainNameOperations {
    /** Name of the setting that says how the domain is reached: EDGE, REGIONAL or PRIVATE. */
    public static final String TYPE = "endpointConfiguration/types";

    /** Settings by the path that patches them, less its first slash; each is a text. */
    public static final List<String> SETTINGS = List.of(
            "certificateName",
            "certificateArn",
            "regionalCertificateName",
            "regionalCertificateArn",
            "ownershipVerificationCertificateArn",
            "mutualTlsAuthentication/truststoreUri",
            "mutualTlsAuthentication/truststoreVersion",
            "endpointConfiguration/ipAddressType",
            "endpointAccessMode",
            "managementPolicy",
            "policy",
            "routingMode",
            "securityPolicy");

    private static final int REMOVABLE = 7;
    private static final PatchPaths PATHS = new PatchPaths(Map.of(
            "replace",
            paths(SETTINGS.size()),
            "add",
            withType(paths(REMOVABLE)),
            "remove",
            withType(paths(REMOVABLE))));

    private DomainNameOperations() {}

    private static List<String> paths(int most) {
        return SETTINGS.subList(0, most).stream().map(name -> "/" + name).toList();
    }

    private static List<String> withType(List<String> paths) {
        var all = new ArrayList<>(paths);
        all.add("/" + TYPE);
        return all;
    }

    /** CreateDomainName. */
    public static Change<DomainName> create(
            Workspace workspace, String name, Map<String, String> settings, Map<String, String> tags) {
        if (name.isEmpty()) {
            throw ControlException.badRequest("Domain name must be non-empty");
        }
        if (find(workspace, name).isPresent()) {
            throw ControlException.conflict("The domain name you provided already exists.");
        }
        var domain = new DomainName(name, List.of(), settings, tags);
        return new Change<>(workspace.withDomainName(domain), domain);
    }

    /** GetDomainName. */
    public static DomainName get(Workspace workspace, String name) {
        return find(workspace, name)
                .orElseThrow(() -> ControlException.notFound("Invalid domain name identifier specified"));
    }

    /** UpdateDomainName: all operations or none. */
    public static Change<DomainName> update(Workspace workspace, String name, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateDomainNameInput");
        DomainName domain = get(workspace, name);
        var settings = new LinkedHashMap<>(domain.settings());
        for (PatchOperation operation : operations) {
            String setting = PATHS.check(operation).substring(1);
            if (operation.op().equals("remove")) {
                settings.remove(setting);
            } else {
                settings.put(setting, PatchValue.text(operation));
            }
        }
        DomainName changed = domain.withSettings(settings);
        return new Change<>(workspace.withDomainName(changed), changed);
    }

    /** DeleteDomainName, with its mappings. */
    public static Workspace delete(Workspace workspace, String name) {
        get(workspace, name);
        return workspace.withDomainNames(workspace.domainNames().stream()
                .filter(domain -> !domain.domainName().equals(name))
                .toList());
    }

    private static Optional<DomainName> find(Workspace workspace, String name) {
        return workspace.domainNames().stream()
                .filter(domain -> domain.domainName().equals(name))
                .findFirst();
    }
}
