package dev.sluice.engine.storage;

import dev.sluice.engine.backend.bus.EventPattern;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ServiceBackend.EventBus;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.Rule;
import dev.sluice.engine.definition.ServiceBackend.RuleTarget;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bus with its rules under EventBridge's names. */
final class EventBusFile {
    private EventBusFile() {}

    static void write(EventBus bus, Node.Builder fields) {
        fields.putUnlessEmpty(
                "rules",
                Node.sequence(bus.rules().stream().map(EventBusFile::write).toList()));
    }

    private static Mapping write(Rule rule) {
        return Mapping.builder()
                .put("Name", rule.name())
                .put("State", rule.enabled() ? "ENABLED" : "DISABLED")
                .put("EventPattern", EmbeddedJson.write(rule.eventPattern()))
                .putUnlessEmpty(
                        "Targets",
                        Node.sequence(
                                rule.targets().stream().map(EventBusFile::write).toList()))
                .build();
    }

    private static Mapping write(RuleTarget target) {
        var fields = Mapping.builder().put("Id", target.id()).put("Arn", target.arn());
        target.input().ifPresent(input -> fields.put("Input", input));
        target.inputPath().ifPresent(path -> fields.put("InputPath", path));
        target.deadLetterArn()
                .ifPresent(arn -> fields.put(
                        "DeadLetterConfig", Mapping.builder().put("Arn", arn).build()));
        return fields.build();
    }

    static EventBus read(String name, Fields fields, References references) {
        var rules = new ArrayList<Rule>();
        for (Fields rule : fields.fieldItems("rules")) {
            rule(rule, references).ifPresent(rules::add);
            rule.done();
        }
        return new EventBus(name, rules, LatencyFields.read(fields));
    }

    private static Optional<Rule> rule(Fields fields, References references) {
        Optional<String> name = fields.requiredText("Name");
        boolean enabled = !fields.text("State").map("DISABLED"::equals).orElse(false);
        Optional<String> pattern = fields.node("EventPattern").map(EmbeddedJson::read);
        if (pattern.isEmpty()) {
            fields.error(
                    "EventPattern", "\"EventPattern\" is missing here. Add one; rules on a schedule are not modelled.");
        }
        pattern.flatMap(EventPattern::flaw)
                .ifPresent(flaw ->
                        fields.error("EventPattern", "The event pattern matches nothing: " + flaw + ". Correct it."));
        List<RuleTarget> targets = targets(fields, references);
        return name.flatMap(text -> pattern.map(json -> new Rule(text, enabled, json, targets)));
    }

    private static List<RuleTarget> targets(Fields rule, References references) {
        var targets = new ArrayList<RuleTarget>();
        for (Fields fields : rule.fieldItems("Targets")) {
            Optional<String> id = fields.requiredText("Id");
            Optional<String> arn = fields.requiredText("Arn");
            Optional<String> input = fields.text("Input");
            Optional<String> inputPath = fields.text("InputPath");
            Fields deadLetters = fields.fields("DeadLetterConfig");
            Optional<String> deadLetterArn = deadLetters.text("Arn");
            deadLetters.done();
            fields.done();
            arn.ifPresent(text -> check(text, fields, "Arn", references));
            deadLetterArn.ifPresent(text -> queue(text, deadLetters, "Arn", references));
            if (id.isPresent() && arn.isPresent()) {
                targets.add(new RuleTarget(id.get(), arn.get(), input, inputPath, deadLetterArn));
            }
        }
        return targets;
    }

    private static void check(String arn, Fields fields, String member, References references) {
        switch (ResourceName.service(arn)) {
            case "sqs" -> queue(arn, fields, member, references);
            case "lambda" -> references.function(fields, member, ResourceName.function(arn));
            case "states" ->
                references.backend(fields, member, StateMachine.class, "state machine", ResourceName.of(arn));
            case "events" -> references.backend(fields, member, EventBus.class, "event bus", ResourceName.of(arn));
            default ->
                fields.error(
                        member,
                        "\"" + arn
                                + "\" is no target that is modelled. Name the ARN of a queue, state machine, function"
                                + " or event bus.");
        }
    }

    private static void queue(String arn, Fields fields, String member, References references) {
        references.backend(fields, member, Queue.class, "queue", ResourceName.of(arn));
    }
}
