package dev.sluice.engine.storage;

import dev.sluice.engine.backend.states.Definition;
import dev.sluice.engine.backend.states.Definition.Reference;
import dev.sluice.engine.backend.states.Flaw;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import dev.sluice.engine.definition.ServiceBackend.StateMachineType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A state machine; its definition lies in the file as JSON, and what is wrong in it is reported where it stands. */
final class StateMachineFile {
    private static final String DEFINITION = "definition";

    private StateMachineFile() {}

    static void write(StateMachine machine, Node.Builder fields) {
        fields.put("stateMachineType", machine.type().name()).put(DEFINITION, EmbeddedJson.write(machine.definition()));
    }

    static Optional<StateMachine> read(String name, Fields fields, References references) {
        StateMachineType type =
                fields.constant("stateMachineType", StateMachineType.class).orElse(StateMachineType.STANDARD);
        Optional<Node> definition = fields.node(DEFINITION);
        if (definition.isEmpty()) {
            fields.error(DEFINITION, "\"definition\" is missing here. Add one in Amazon States Language.");
            return Optional.empty();
        }
        String json = EmbeddedJson.read(definition.get());
        Definition read = Definition.read(json);
        for (Flaw flaw : read.flaws()) {
            fields.errorInside(inside(flaw.path()), flaw.message());
        }
        for (Reference reference : read.references()) {
            if (reference.service().equals("lambda")) {
                references.function(fields, inside(reference.path()), reference.name());
            }
        }
        return Optional.of(new StateMachine(name, type, json, LatencyFields.read(fields)));
    }

    private static List<String> inside(List<String> path) {
        var longer = new ArrayList<String>();
        longer.add(DEFINITION);
        longer.addAll(path);
        return longer;
    }
}
