package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Backend.HttpAnswer;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.ServiceBackend;
import dev.sluice.engine.definition.ServiceBackend.EventBus;
import dev.sluice.engine.definition.ServiceBackend.EventSourceMapping;
import dev.sluice.engine.definition.ServiceBackend.KeyAttribute;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.QueueAttributes;
import dev.sluice.engine.definition.ServiceBackend.RecordingService;
import dev.sluice.engine.definition.ServiceBackend.RedrivePolicy;
import dev.sluice.engine.definition.ServiceBackend.Rule;
import dev.sluice.engine.definition.ServiceBackend.RuleTarget;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import dev.sluice.engine.definition.ServiceBackend.StateMachineType;
import dev.sluice.engine.definition.ServiceBackend.Stream;
import dev.sluice.engine.definition.ServiceBackend.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Resources of services with anything in them that a file can hold, without errors. */
final class RandomServiceBackends {
    private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:";

    private final Random random;
    private final Supplier<String> text;
    private final Supplier<Latency> latency;

    RandomServiceBackends(Random random, Supplier<String> text, Supplier<Latency> latency) {
        this.random = random;
        this.text = text;
        this.latency = latency;
    }

    List<ServiceBackend> next() {
        return List.of(
                new Queue("jobs", attributes(), optional(mapping()), latency.get()),
                Queue.named("dead.fifo"),
                new StateMachine("machine", StateMachineType.values()[random.nextInt(2)], definition(), latency.get()),
                new EventBus("default", random.nextBoolean() ? List.of() : List.of(rule()), latency.get()),
                new Stream("stream", 1 + random.nextInt(9), latency.get()),
                new Table(
                        "table",
                        new KeyAttribute("id", "S"),
                        optional(new KeyAttribute("n", "N")),
                        List.of("{\"id\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"}}"),
                        latency.get()),
                new RecordingService(
                        "topics",
                        "sns",
                        Map.of("Publish", new HttpAnswer(200, Map.of("A", "b"), text.get(), latency.get()))));
    }

    private QueueAttributes attributes() {
        return random.nextBoolean()
                ? QueueAttributes.DEFAULT
                : new QueueAttributes(
                        random.nextInt(901),
                        1_024 + random.nextInt(1_000),
                        60 + random.nextInt(1_000),
                        random.nextInt(21),
                        random.nextInt(1_000),
                        random.nextBoolean(),
                        optional(new RedrivePolicy(ARN + "dead.fifo", 1 + random.nextInt(9))));
    }

    private EventSourceMapping mapping() {
        return new EventSourceMapping(
                "anybody", 1 + random.nextInt(10), 1 + random.nextInt(9), random.nextBoolean(), random.nextBoolean());
    }

    private String definition() {
        return JsonText.oneLine(Mapping.builder()
                .put("Comment", text.get())
                .put("StartAt", "A")
                .put(
                        "States",
                        Mapping.builder()
                                .put(
                                        "A",
                                        Mapping.builder()
                                                .put("Type", "Pass")
                                                .put("Result", Node.text(text.get()))
                                                .put("End", true)
                                                .build())
                                .build())
                .build());
    }

    private Rule rule() {
        return new Rule(
                "rule",
                random.nextBoolean(),
                "{\"source\":[\"shop\"],\"detail\":{\"total\":[{\"numeric\":[\">\",100]}]}}",
                List.of(new RuleTarget(
                        "t", ARN + "jobs", optional("{\"a\":1}"), optional("$.detail"), optional(ARN + "dead.fifo"))));
    }

    private <T> Optional<T> optional(T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}
