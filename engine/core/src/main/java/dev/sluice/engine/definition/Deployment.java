package dev.sluice.engine.definition;

/**
 * An API frozen at the moment it was deployed.
 *
 * @param createdDate seconds since 1970-01-01T00:00Z
 */
public record Deployment(String id, String description, long createdDate, ApiDefinition definition) {}
