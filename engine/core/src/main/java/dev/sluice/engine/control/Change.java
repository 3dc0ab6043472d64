package dev.sluice.engine.control;

import dev.sluice.engine.definition.Workspace;

/**
 * What an operation made of a workspace.
 *
 * @param result what the operation answers
 */
public record Change<T>(Workspace workspace, T result) {}
