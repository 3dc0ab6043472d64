package dev.sluice.engine.execution.validation;

/**
 * A part of a model that bodies are not checked against.
 *
 * @param pointer JSON pointer within the model's schema; empty for the schema itself
 * @param sentence what is wrong and what becomes of it, for the model's author
 */
public record SchemaFault(String modelName, String pointer, String sentence) {}
