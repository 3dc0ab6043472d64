package dev.sluice.engine.control.vpclinks;

import dev.sluice.engine.control.Change;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.NewId;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.control.PatchPaths;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.VpcLink;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Create, get, list, update and delete VPC links. A link is there at once. It leads to the target group of the
 * workspace that is named like the load balancer of its target.
 *
 * <p>Every operation throws {@link ControlException} with AWS's words if it cannot be done, and has changed nothing.
 */
public final class VpcLinkOperations {
    private static final PatchPaths PATHS = PatchPaths.replacing("/name", "/description");
    private static final String BALANCER = ":loadbalancer/net/";

    private VpcLinkOperations() {}

    /**
     * CreateVpcLink.
     *
     * @param ids ids of six letters, another one each time
     */
    public static Change<VpcLink> create(
            Workspace workspace,
            String name,
            String description,
            List<String> targetArns,
            Map<String, String> tags,
            Supplier<String> ids) {
        checkName(name);
        for (String arn : targetArns) {
            if (!arn.startsWith("arn:") || !arn.contains(BALANCER)) {
                throw ControlException.badRequest("Invalid ARN. ARN is not well formed " + arn);
            }
        }
        if (targetArns.size() != 1) {
            throw ControlException.badRequest("A VPC link needs exactly one target ARN");
        }
        String id = NewId.unused(ids, text -> workspace.vpcLink(text).isPresent());
        var link = new VpcLink(id, name, balancer(targetArns.getFirst()), description, targetArns, tags);
        return new Change<>(workspace.withVpcLink(link), link);
    }

    /** GetVpcLink. */
    public static VpcLink get(Workspace workspace, String id) {
        return workspace
                .vpcLink(id)
                .orElseThrow(() -> ControlException.notFound("Invalid Vpc Link identifier specified"));
    }

    /** UpdateVpcLink: all operations or none. */
    public static Change<VpcLink> update(Workspace workspace, String id, List<PatchOperation> operations) {
        PatchOperation.check(operations, "updateVpcLinkInput");
        VpcLink link = get(workspace, id);
        for (PatchOperation operation : operations) {
            boolean isName = PATHS.check(operation).equals("/name");
            String text = PatchValue.text(operation);
            if (isName) {
                checkName(text);
            }
            link = link.withTexts(isName ? text : link.name(), isName ? link.description() : text);
        }
        return new Change<>(workspace.withVpcLink(link), link);
    }

    /** DeleteVpcLink. */
    public static Workspace delete(Workspace workspace, String id) {
        get(workspace, id);
        return workspace.withVpcLinks(workspace.vpcLinks().stream()
                .filter(link -> !link.id().equals(id))
                .toList());
    }

    /** {@code mine} in {@code arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/mine/0a1b2c}. */
    private static String balancer(String arn) {
        String rest = arn.substring(arn.indexOf(BALANCER) + BALANCER.length());
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw ControlException.badRequest("Name cannot be empty");
        }
    }
}
