package dev.sluice.engine.storage;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.definition.Workspace;
import java.util.List;

/**
 * What a folder holds.
 *
 * @param workspace all that could be read
 * @param problems what could not, by file
 * @param folder saves later values of the workspace into the same folder
 */
public record OpenedWorkspace(Workspace workspace, List<Problem> problems, WorkspaceFolder folder) {
    public OpenedWorkspace {
        problems = List.copyOf(problems);
    }

    /** Whether a part of the folder is not usable. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
