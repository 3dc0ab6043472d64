package dev.sluice.engine.conformance;

import dev.sluice.engine.backend.queue.WaitingMessage;
import dev.sluice.engine.backend.region.Region;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.ServiceBackend;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The AWS services of a case: modelled neighbours of the engine itself, which answer as the real ones do. */
final class ServiceStubs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_MESSAGES = 100;
    private static final String ACCEPTING_MACHINE =
            "{\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}";

    private ServiceStubs() {}

    /** Behaviours the runner can give that kind of service; none for a kind it does not know. */
    static Set<String> behaviours(String kind) {
        return switch (kind) {
            case "sqs" -> Set.of("queue", "accept");
            case "stepfunctions", "eventbridge", "kinesis" -> Set.of("accept");
            case "dynamodb" -> Set.of("table");
            default -> Set.of();
        };
    }

    /** Name of the service in an integration's URI; empty for stubs that are none. */
    static String service(String kind) {
        return switch (kind) {
            case "sqs" -> "sqs";
            case "stepfunctions" -> "states";
            case "eventbridge" -> "events";
            case "kinesis" -> "kinesis";
            case "dynamodb" -> "dynamodb";
            default -> "";
        };
    }

    static Optional<Backend> backend(String kind, String name, JsonNode behaviour) {
        return switch (kind) {
            case "sqs" -> Optional.of(ServiceBackend.Queue.named(name));
            case "stepfunctions" ->
                Optional.of(new ServiceBackend.StateMachine(
                        name, ServiceBackend.StateMachineType.STANDARD, ACCEPTING_MACHINE, Latency.NONE));
            // An event that names no bus goes to the one called default; the case's name is for its expectations.
            case "eventbridge" -> Optional.of(new ServiceBackend.EventBus("default", List.of(), Latency.NONE));
            case "kinesis" -> Optional.of(new ServiceBackend.Stream(name, 1, Latency.NONE));
            case "dynamodb" -> Optional.of(table(name, behaviour));
            default -> Optional.empty();
        };
    }

    private static Backend table(String name, JsonNode behaviour) {
        String key = behaviour.path("key").asString("id");
        List<String> items =
                behaviour.path("items").valueStream().map(JsonNode::toString).toList();
        String type = behaviour.path("items").path(0).path(key).propertyNames().stream()
                .findFirst()
                .orElse("S");
        return new ServiceBackend.Table(
                name, new ServiceBackend.KeyAttribute(key, type), Optional.empty(), items, Latency.NONE);
    }

    /** The messages that wait in a queue, as ReceiveMessage would show them. */
    static List<JsonNode> messages(Region region, String queue, long nowNanos) {
        return region.peek(queue, MOST_MESSAGES, nowNanos).stream()
                .map(ServiceStubs::json)
                .toList();
    }

    private static JsonNode json(WaitingMessage message) {
        ObjectNode json = JSON.createObjectNode()
                .put("MessageId", message.messageId())
                .put("Body", message.body())
                .put("MD5OfBody", message.md5OfBody());
        if (!message.attributes().isEmpty()) {
            ObjectNode attributes = json.putObject("MessageAttributes");
            message.attributes()
                    .forEach((name, value) -> attributes
                            .putObject(name)
                            .put("DataType", value.dataType())
                            .put(value.dataType().startsWith("Binary") ? "BinaryValue" : "StringValue", value.value()));
        }
        return json;
    }
}
