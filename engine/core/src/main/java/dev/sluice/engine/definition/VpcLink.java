package dev.sluice.engine.definition;

/**
 * The way to private endpoints.
 *
 * @param targetGroup name of the {@link Backend.TargetGroup} behind the load balancer
 */
public record VpcLink(String id, String name, String targetGroup) {}
