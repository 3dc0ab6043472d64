package dev.sluice.engine.backend.states;

import java.util.List;

/**
 * Something wrong in a definition.
 *
 * @param path names of the members that lead to it, positions in lists as numbers
 * @param message what is wrong and what to do
 */
public record Flaw(List<String> path, String message) {
    public Flaw {
        path = List.copyOf(path);
    }
}
