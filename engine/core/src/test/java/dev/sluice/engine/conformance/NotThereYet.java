package dev.sluice.engine.conformance;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the engine does not have yet: a case that needs it is not run and says which. Goes when all of it is there. */
final class NotThereYet {
    private NotThereYet() {}

    static Optional<String> needed(ConformanceCase testCase) {
        JsonNode json = testCase.json();
        if (json.path("api").path("kind").asString("rest").equals("http")) {
            return Optional.of("HTTP APIs");
        }
        var stubs = new Stubs(testCase.backends());
        var workspace = new CaseWorkspace(testCase, stubs, new SimulatedDriver(stubs).ports());
        workspace.build();
        return workspace.problems().stream()
                .filter(problem -> problem.contains("not supported") || problem.contains("no effect"))
                .findFirst();
    }
}
