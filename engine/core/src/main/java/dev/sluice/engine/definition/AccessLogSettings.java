package dev.sluice.engine.definition;

/**
 * One line for each request of a stage.
 *
 * @param destinationArn log group or delivery stream; kept for round trips, lines stay in the workbench
 * @param format text with {@code $context} references
 */
public record AccessLogSettings(String destinationArn, String format) {}
