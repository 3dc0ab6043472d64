package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of reading a definition. */
public final class Definition {
    /** Characters of a definition, as Step Functions has it. */
    private static final int MOST_CHARACTERS = 1_048_576;

    /**
     * A function or service that a Task names.
     *
     * @param path where the definition does
     * @param service {@code lambda} or the name of a service as in an ARN
     * @param name of the function; empty if the service finds its resource in the parameters
     */
    public record Reference(List<String> path, String service, String name) {}

    private final Optional<Program> program;
    private final List<Flaw> flaws;
    private final List<Reference> references;

    private Definition(Optional<Program> program, List<Flaw> flaws, List<Reference> references) {
        this.program = program;
        this.flaws = List.copyOf(flaws);
        this.references = List.copyOf(references);
    }

    /** Reads it; one with flaws has no program. */
    public static Definition read(String json) {
        var flaws = new ArrayList<Flaw>();
        var references = new ArrayList<Reference>();
        if (json.length() > MOST_CHARACTERS) {
            flaws.add(new Flaw(List.of(), "The definition is longer than " + MOST_CHARACTERS + " characters."));
            return new Definition(Optional.empty(), flaws, references);
        }
        var root = Json.readObject(json);
        if (root.isEmpty()) {
            flaws.add(new Flaw(
                    List.of(), "The definition is no JSON object, or deeper than " + Json.DEEPEST + " levels."));
            return new Definition(Optional.empty(), flaws, references);
        }
        var part = new Part(root.get(), List.of(), flaws);
        Optional<Program> program = new ReadProgram(references).read(part);
        return new Definition(flaws.isEmpty() ? program : Optional.empty(), flaws, references);
    }

    Optional<Program> program() {
        return program;
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    public List<Reference> references() {
        return references;
    }
}
