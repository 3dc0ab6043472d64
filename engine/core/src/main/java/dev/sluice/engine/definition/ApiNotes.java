package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;

/**
 * What AWS keeps with a REST API beside what a deployment freezes; kept for answers and round trips.
 *
 * @param createdDate seconds since 1970-01-01T00:00Z; 0 if unknown
 * @param ipAddressType {@code ipv4} or {@code dualstack}
 * @param vpcEndpointIds only of private APIs
 */
public record ApiNotes(
        long createdDate,
        Map<String, String> tags,
        EndpointType endpointType,
        String ipAddressType,
        List<String> vpcEndpointIds,
        boolean disableExecuteApiEndpoint) {
    public static final ApiNotes NONE = new ApiNotes(0, Map.of(), EndpointType.EDGE, "ipv4", List.of(), false);

    public ApiNotes {
        tags = Ordered.copyOf(tags);
        vpcEndpointIds = List.copyOf(vpcEndpointIds);
    }

    public enum EndpointType {
        EDGE,
        REGIONAL,
        PRIVATE
    }

    public ApiNotes createdAt(long nowSeconds) {
        return new ApiNotes(nowSeconds, tags, endpointType, ipAddressType, vpcEndpointIds, disableExecuteApiEndpoint);
    }

    public ApiNotes withTags(Map<String, String> newTags) {
        return new ApiNotes(
                createdDate, newTags, endpointType, ipAddressType, vpcEndpointIds, disableExecuteApiEndpoint);
    }

    public ApiNotes withEndpoint(EndpointType newType, String newIpAddressType, List<String> newVpcEndpointIds) {
        return new ApiNotes(createdDate, tags, newType, newIpAddressType, newVpcEndpointIds, disableExecuteApiEndpoint);
    }

    public ApiNotes withDisableExecuteApiEndpoint(boolean disabled) {
        return new ApiNotes(createdDate, tags, endpointType, ipAddressType, vpcEndpointIds, disabled);
    }
}
