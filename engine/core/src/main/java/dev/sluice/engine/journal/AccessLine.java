package dev.sluice.engine.journal;

/**
 * One line of a stage's access log.
 *
 * @param destinationArn where the stage sends its access log, as configured
 */
public record AccessLine(String destinationArn, String text) {}
