package dev.sluice.engine.conformance;

import java.util.Optional;

/** What the engine does not have yet: a case that needs it is not run and says which. Goes when all of it is there. */
final class NotThereYet {
    private NotThereYet() {}

    static Optional<String> needed(ConformanceCase testCase) {
        var stubs = new Stubs(testCase.backends());
        var workspace = new CaseWorkspace(testCase, stubs, new SimulatedDriver(stubs).ports());
        workspace.build();
        return workspace.problems().stream()
                .filter(problem -> problem.contains("not supported") || problem.contains("no effect"))
                .findFirst();
    }
}
