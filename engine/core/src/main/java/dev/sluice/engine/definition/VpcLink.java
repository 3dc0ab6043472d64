package dev.sluice.engine.definition;

import java.util.List;
import java.util.Map;

/**
 * The way to private endpoints.
 *
 * @param targetGroup name of the {@link Backend.TargetGroup} behind the load balancer
 * @param description may be empty
 * @param targetArns the load balancer as AWS names it; empty if the link was not made by AWS's clients
 */
public record VpcLink(
        String id,
        String name,
        String targetGroup,
        String description,
        List<String> targetArns,
        Map<String, String> tags) {
    public VpcLink {
        targetArns = List.copyOf(targetArns);
        tags = Ordered.copyOf(tags);
    }

    /** A link of which AWS's clients know nothing more. */
    public VpcLink(String id, String name, String targetGroup) {
        this(id, name, targetGroup, "", List.of(), Map.of());
    }

    public VpcLink withTexts(String newName, String newDescription) {
        return new VpcLink(id, newName, targetGroup, newDescription, targetArns, tags);
    }

    public VpcLink withTags(Map<String, String> newTags) {
        return new VpcLink(id, name, targetGroup, description, targetArns, newTags);
    }
}
