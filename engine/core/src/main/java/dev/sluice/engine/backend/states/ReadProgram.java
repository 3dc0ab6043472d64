package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.states.Definition.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a machine, or a branch of a Parallel. */
final class ReadProgram {
    private final List<Reference> references;

    ReadProgram(List<Reference> references) {
        this.references = references;
    }

    /** Absent if it cannot run; then at least one flaw says why. */
    Optional<Program> read(Part machine) {
        machine.text("Version");
        if (machine.text("QueryLanguage")
                .filter(language -> !language.equals("JSONPath"))
                .isPresent()) {
            machine.flaw("QueryLanguage", "Only the query language JSONPath is modelled.");
        }
        Optional<String> startAt = machine.requiredText("StartAt");
        Optional<Long> timeout =
                machine.number("TimeoutSeconds", 1, State.Task.NO_TIMEOUT).map(Double::longValue);
        Map<String, State> states = new LinkedHashMap<>();
        Optional<Part> parts = machine.part("States");
        parts.ifPresent(all -> all.names()
                .forEach(name -> all.part(name)
                        .flatMap(part -> new ReadState(part, this).read(all.names()))
                        .ifPresent(state -> states.put(name, state))));
        if (parts.map(all -> all.names().isEmpty()).orElse(true)) {
            machine.flaw("", "\"States\" is missing or empty. Add at least one state.");
        }
        parts.ifPresent(all -> startAt.filter(name -> !all.names().contains(name))
                .ifPresent(name -> machine.flaw("StartAt", "There is no state \"" + name + "\" here.")));
        machine.done();
        return startAt.filter(states::containsKey).map(name -> new Program(name, states, timeout));
    }

    List<Program> branches(Part parallel) {
        var programs = new ArrayList<Program>();
        List<Part> branches = parallel.parts("Branches");
        if (branches.isEmpty()) {
            parallel.flaw("", "A Parallel needs at least one of \"Branches\".");
        }
        branches.forEach(branch -> read(branch).ifPresent(programs::add));
        return programs;
    }

    void reference(Reference reference) {
        references.add(reference);
    }
}
