package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.definition.ApiDefinition;
import java.util.List;
import java.util.Optional;

/**
 * What became of an OpenAPI document.
 *
 * @param definition all that could be used; absent if the document cannot be read at all
 * @param problems what was wrong or is not carried, in the order of reading
 */
public record ImportedApi(Optional<ApiDefinition> definition, List<Problem> problems) {
    public ImportedApi {
        problems = List.copyOf(problems);
    }

    /** Whether a part of the document is not usable. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
