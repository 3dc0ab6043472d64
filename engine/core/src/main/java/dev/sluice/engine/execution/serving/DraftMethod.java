package dev.sluice.engine.execution.serving;

/**
 * One method of an API's draft, served without a deployment.
 *
 * @param stage a stage whose routes are this method alone, under every HTTP method
 */
public record DraftMethod(ServedStage stage, ServedMethod method) {}
