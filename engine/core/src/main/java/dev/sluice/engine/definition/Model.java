package dev.sluice.engine.definition;

/**
 * The shape of a body.
 *
 * @param schema JSON Schema draft 4 as JSON text
 */
public record Model(String name, String contentType, String description, String schema) {}
