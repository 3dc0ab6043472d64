package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.states.Definition.Reference;
import dev.sluice.engine.backend.states.State.TaskResource;
import java.util.Optional;
import java.util.Set;

/** Reads what a Task does. */
final class ReadTaskResource {
    private static final String INTEGRATION = ":states:::";
    private static final Set<String> SERVICES = Set.of("sqs", "events", "states", "dynamodb", "kinesis");

    private final Part part;
    private final ReadProgram program;

    ReadTaskResource(Part part, ReadProgram program) {
        this.part = part;
        this.program = program;
    }

    Optional<TaskResource> read() {
        Optional<String> resource = part.requiredText("Resource");
        if (resource.isEmpty()) {
            return Optional.empty();
        }
        String arn = resource.get();
        if (arn.contains(":function:")) {
            return Optional.of(function("Resource", ResourceName.function(arn), false));
        }
        int at = arn.indexOf(INTEGRATION);
        return at < 0 ? unknown(arn) : integration(arn, arn.substring(at + INTEGRATION.length()));
    }

    private TaskResource function(String member, String name, boolean wrapped) {
        program.reference(new Reference(part.path(member), "lambda", name));
        return new TaskResource.Function(name, wrapped);
    }

    private Optional<TaskResource> integration(String arn, String text) {
        String rest = text.startsWith("aws-sdk:") ? text.substring("aws-sdk:".length()) : text;
        String[] parts = rest.split(":", 2);
        if (parts.length < 2 || parts[1].isEmpty()) {
            return unknown(arn);
        }
        String service = parts[0].equals("sfn") ? "states" : parts[0].equals("eventbridge") ? "events" : parts[0];
        if (parts[1].contains(".")) {
            part.flaw(
                    "Resource",
                    "\"" + parts[1] + "\": tasks that wait for a token or for another execution are not modelled."
                            + " Poll in a loop of Task, Wait and Choice.");
            return Optional.empty();
        }
        if (service.equals("lambda")) {
            return lambda(parts[1]);
        }
        if (!SERVICES.contains(service)) {
            return unknown(arn);
        }
        String operation = Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1);
        program.reference(new Reference(part.path("Resource"), service, ""));
        return Optional.of(new TaskResource.Operation(service, operation));
    }

    private Optional<TaskResource> lambda(String operation) {
        String name = part.value("Parameters")
                .map(parameters -> Json.text(parameters, "FunctionName"))
                .orElse("");
        if (!operation.equals("invoke") || name.isEmpty()) {
            part.flaw("Resource", "lambda:invoke is modelled, with a fixed FunctionName in Parameters. Add it there.");
            return Optional.empty();
        }
        return Optional.of(function("Resource", ResourceName.function(name), true));
    }

    private Optional<TaskResource> unknown(String arn) {
        part.flaw(
                "Resource",
                "\"" + arn + "\" is not modelled. Name a function's ARN, or arn:aws:states:::SERVICE:OPERATION with"
                        + " lambda, sqs, events, states, dynamodb or kinesis.");
        return Optional.empty();
    }
}
