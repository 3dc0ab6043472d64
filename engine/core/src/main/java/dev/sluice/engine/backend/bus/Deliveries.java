package dev.sluice.engine.backend.bus;

import dev.sluice.engine.backend.neighbour.InvokeResult;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.definition.ServiceBackend.RuleTarget;
import dev.sluice.engine.http.Body;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a matched event to its target. What a target refuses goes to the dead-letter queue at once: the retries of a
 * day that EventBridge makes are left out, because a refusal here is never a passing one.
 */
final class Deliveries {
    private final Neighbours neighbours;

    Deliveries(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    EventTrail.Delivery deliver(
            String rule, RuleTarget target, ObjectNode event, long nowNanos, SplittableRandom random) {
        String payload = payload(target, event);
        String failure = failure(rule, target, payload, nowNanos, random);
        boolean deadLettered = !failure.isEmpty() && bury(target, event, nowNanos, random);
        return new EventTrail.Delivery(nowNanos, rule, target.id(), target.arn(), failure, deadLettered);
    }

    private static String payload(RuleTarget target, ObjectNode event) {
        if (target.input().isPresent()) {
            return target.input().get();
        }
        JsonNode part = event;
        if (target.inputPath().isPresent()) {
            for (String name : target.inputPath().get().split("\\.")) {
                part = name.equals("$") ? part : part.path(name);
            }
        }
        return part.isMissingNode() ? "{}" : Json.write(part);
    }

    /** Empty if the target took it. */
    private String failure(String rule, RuleTarget target, String payload, long nowNanos, SplittableRandom random) {
        try {
            return switch (ResourceName.service(target.arn())) {
                case "sqs" -> request("sqs", "SendMessage", message(target.arn(), payload), nowNanos, random);
                case "states" ->
                    request(
                            "states",
                            "StartExecution",
                            Json.object().put("stateMachineArn", target.arn()).put("input", payload),
                            nowNanos,
                            random);
                case "lambda" -> invoke(rule, target, payload, nowNanos, random);
                default -> "Targets of this kind are not modelled.";
            };
        } catch (ServiceException refused) {
            return refused.code() + ": " + refused.reason();
        }
    }

    private String request(String service, String operation, ObjectNode input, long nowNanos, SplittableRandom random) {
        neighbours.request(service, operation, input, nowNanos, random);
        return "";
    }

    private static ObjectNode message(String arn, String body) {
        ObjectNode message = Json.object().put("QueueUrl", arn).put("MessageBody", body);
        return arn.endsWith(".fifo") ? message.put("MessageGroupId", "EventBridge") : message;
    }

    /**
     * An invocation that is queued counts as delivered, whatever the function makes of it; one that cannot be does not.
     */
    private String invoke(String rule, RuleTarget target, String payload, long nowNanos, SplittableRandom random) {
        var timed = neighbours.invoke(
                "rule " + rule, ResourceName.function(target.arn()), Body.utf8(payload), nowNanos, random);
        return InvokeResult.of(timed.outcome()) instanceof InvokeResult.Failed(String error, String cause)
                        && error.startsWith("Lambda.")
                        && !error.equals("Lambda.Unknown")
                ? error + ": " + cause
                : "";
    }

    private boolean bury(RuleTarget target, ObjectNode event, long nowNanos, SplittableRandom random) {
        if (target.deadLetterArn().isEmpty()) {
            return false;
        }
        try {
            request("sqs", "SendMessage", message(target.deadLetterArn().get(), Json.write(event)), nowNanos, random);
            return true;
        } catch (ServiceException refused) {
            return false;
        }
    }
}
