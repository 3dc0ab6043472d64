package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.ModelledHttpCall;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.Target;
import dev.sluice.engine.definition.Backend.TargetGroup;
import dev.sluice.engine.definition.VpcLink;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.RequestIds;
import dev.sluice.engine.journal.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who answers an endpoint request: a target behind a VPC link, an endpoint that the workspace models, or the network.
 */
public final class EndpointCalls {
    private final Workspace workspace;
    private final Optional<String> vpcLinkId;
    private final boolean insecureSkipVerification;
    private final Map<String, Backend.HttpEndpoint> modelled = new HashMap<>();

    /**
     * @param vpcLinkId the way to private endpoints; absent goes straight to the address
     * @param insecureSkipVerification whether a certificate of nobody's making will do
     */
    public EndpointCalls(Optional<String> vpcLinkId, boolean insecureSkipVerification, Workspace workspace) {
        this.workspace = workspace;
        this.vpcLinkId = vpcLinkId;
        this.insecureSkipVerification = insecureSkipVerification;
        for (Backend backend : workspace.backends()) {
            if (backend instanceof Backend.HttpEndpoint endpoint) {
                modelled.put(endpoint.authority(), endpoint);
            }
        }
    }

    /** What was found behind an address. */
    public sealed interface Found {
        record Reachable(Call call) implements Found {}

        record NoHealthyTarget(Cause.NoHealthyTarget cause) implements Found {}

        /** Targets are there, and a connection to them is never answered. */
        record Blocked(Cause.SecurityGroupBlocks cause) implements Found {}

        /** The configuration leads nowhere. */
        record Nowhere(Cause cause) implements Found {}
    }

    /**
     * The call for this request.
     *
     * @param found where its URI points; a VPC link whose targets are modelled does without
     */
    public Found to(IntegrationRequest request, Optional<EndpointAddress> found, RequestIds ids) {
        return vpcLinkId.isPresent()
                ? throughVpcLink(vpcLinkId.get(), request, found, ids)
                : direct(request, found, ids);
    }

    private Found direct(IntegrationRequest request, Optional<EndpointAddress> found, RequestIds ids) {
        if (found.isEmpty()) {
            return new Found.Nowhere(new Cause.InvalidEndpointAddress(request.uri()));
        }
        EndpointAddress address = found.get();
        Backend.HttpEndpoint endpoint = modelled.get(address.authority());
        Call call = endpoint != null
                ? ModelledHttpCall.to(endpoint, request.method(), address.target(), ids.nextBits())
                : new Call.ToNetwork(
                        address.tls(),
                        address.host(),
                        address.port(),
                        request.method(),
                        address.target(),
                        request.headers(),
                        request.body(),
                        insecureSkipVerification);
        return new Found.Reachable(call);
    }

    private Found throughVpcLink(
            String linkId, IntegrationRequest request, Optional<EndpointAddress> address, RequestIds ids) {
        Optional<VpcLink> link = workspace.vpcLink(linkId);
        Optional<TargetGroup> group = link.flatMap(found -> workspace.backend(found.targetGroup()))
                .filter(TargetGroup.class::isInstance)
                .map(TargetGroup.class::cast);
        if (group.isEmpty()) {
            return new Found.Nowhere(new Cause.VpcLinkNotFound(linkId));
        }
        List<Target> healthy =
                group.get().targets().stream().filter(Target::healthy).toList();
        if (healthy.isEmpty()) {
            return new Found.NoHealthyTarget(new Cause.NoHealthyTarget(
                    linkId, group.get().name(), group.get().targets().size()));
        }
        // Health checks come from the load balancer too, so one that they cannot reach gets no traffic beside others.
        List<Target> open = healthy.stream().filter(Target::inboundAllowed).toList();
        if (open.isEmpty()) {
            return new Found.Blocked(
                    new Cause.SecurityGroupBlocks(linkId, group.get().name()));
        }
        long bits = ids.nextBits();
        Target target = open.get((int) Long.remainderUnsigned(bits, open.size()));
        return target.answer()
                .<Found>map(answer -> new Found.Reachable(new ModelledHttpCall(answer, bits)))
                .orElseGet(() -> direct(request, address, ids));
    }
}
