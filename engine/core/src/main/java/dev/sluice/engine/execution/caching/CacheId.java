package dev.sluice.engine.execution.caching;

/**
 * One cache: a stage's, or that of its canary if the canary does not share the stage's.
 *
 * @param canary whether it is the canary's own
 */
public record CacheId(String apiId, String stageName, boolean canary) {}
