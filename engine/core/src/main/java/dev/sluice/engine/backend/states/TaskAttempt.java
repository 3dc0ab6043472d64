package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.neighbour.InvokeResult;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.states.State.TaskResource;
import dev.sluice.engine.http.Body;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One attempt of a Task: the call, its end or the task's timeout, whichever comes first. */
final class TaskAttempt {
    private static final long SECOND = 1_000_000_000L;

    private final Visit visit;
    private final State.Task task;

    TaskAttempt(Visit visit, State.Task task) {
        this.visit = visit;
        this.task = task;
    }

    void perform(long nowNanos) {
        boolean direct = task.resource() instanceof TaskResource.Function(String name, boolean wrapped) && !wrapped;
        String kind = direct ? "LambdaFunction" : "Task";
        note(nowNanos, kind + "Scheduled", visit.effectiveInput(), "");
        switch (task.resource()) {
            case TaskResource.Function function -> invoke(function, kind, nowNanos);
            case TaskResource.Operation operation -> request(operation, kind, nowNanos);
        }
    }

    private void invoke(TaskResource.Function function, String kind, long nowNanos) {
        JsonNode payload = function.wrapped() ? visit.effectiveInput().path("Payload") : visit.effectiveInput();
        Body event = Body.utf8(payload.isMissingNode() ? "{}" : Json.write(payload));
        Execution execution = visit.branch().execution();
        Call.Timed timed = neighbours()
                .invoke(
                        "execution " + execution.setting().name(),
                        function.name(),
                        event,
                        nowNanos,
                        execution.random().split());
        finish(kind, nowNanos, timed.latencyNanos(), endNanos -> {
            switch (InvokeResult.of(timed.outcome())) {
                case InvokeResult.Returned(String text) -> succeed(kind, result(function, text), endNanos);
                case InvokeResult.Failed(String error, String cause) -> fail(kind, error, cause, endNanos);
            }
        });
    }

    private static JsonNode result(TaskResource.Function function, String text) {
        JsonNode payload = Json.read(text).orElseGet(() -> Json.text(text));
        if (!function.wrapped()) {
            return payload;
        }
        ObjectNode answer = Json.object().put("ExecutedVersion", "$LATEST");
        answer.set("Payload", payload);
        return answer.put("StatusCode", 200);
    }

    private void request(TaskResource.Operation operation, String kind, long nowNanos) {
        ObjectNode input = visit.effectiveInput() instanceof ObjectNode object ? texts(object) : Json.object();
        try {
            Result result = neighbours()
                    .request(
                            operation.service(),
                            operation.operation(),
                            input,
                            nowNanos,
                            visit.branch().execution().random().split());
            finish(kind, nowNanos, result.latencyNanos(), endNanos -> succeed(kind, result.output(), endNanos));
        } catch (ServiceException refused) {
            String service = operation.service().substring(0, 1).toUpperCase(Locale.ROOT)
                    + operation.service().substring(1);
            finish(
                    kind,
                    nowNanos,
                    0,
                    endNanos -> fail(kind, service + "." + refused.code(), refused.reason(), endNanos));
        }
    }

    /** A message body, detail or input that is JSON goes as its text, as Step Functions' own integrations have it. */
    private static ObjectNode texts(ObjectNode parameters) {
        ObjectNode input = Json.object();
        for (var member : parameters.properties()) {
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "MessageBody", "Detail", "Input" -> input.set(lower(member.getKey()), text(value));
                case "Entries" -> {
                    var entries = input.putArray("Entries");
                    value.forEach(entry -> entries.add(entry instanceof ObjectNode object ? texts(object) : entry));
                }
                case "StateMachineArn", "Name" -> input.set(lower(member.getKey()), value);
                default -> input.set(member.getKey(), value);
            }
        }
        return input;
    }

    /** StartExecution's members begin in lower case on the wire. */
    private static String lower(String name) {
        return switch (name) {
            case "StateMachineArn" -> "stateMachineArn";
            case "Input" -> "input";
            case "Name" -> "name";
            default -> name;
        };
    }

    private static JsonNode text(JsonNode value) {
        return value.isString() ? value : Json.text(Json.write(value));
    }

    private void finish(String kind, long nowNanos, long latencyNanos, java.util.function.LongConsumer end) {
        long timeoutNanos = task.timeoutSeconds() * SECOND;
        boolean inTime = latencyNanos <= timeoutNanos;
        visit.branch().execution().agenda().at(nowNanos + Math.min(latencyNanos, timeoutNanos), endNanos -> {
            if (visit.branch().isOver()) {
                return;
            }
            if (inTime) {
                end.accept(endNanos);
            } else {
                note(endNanos, kind + "TimedOut", Json.object(), "States.Timeout");
                visit.failed(new StateFailure("States.Timeout", ""), endNanos);
            }
        });
    }

    private void succeed(String kind, JsonNode result, long nowNanos) {
        note(nowNanos, kind + "Succeeded", result, "");
        visit.succeeded(result, nowNanos);
    }

    private void fail(String kind, String error, String cause, long nowNanos) {
        visit.branch().execution().note(nowNanos, kind + "Failed", visit.name(), cause, error);
        visit.failed(new StateFailure(error, cause), nowNanos);
    }

    private void note(long nowNanos, String type, JsonNode detail, String error) {
        visit.branch().execution().note(nowNanos, type, visit.name(), Json.write(detail), error);
    }

    private Neighbours neighbours() {
        return visit.branch().execution().setting().neighbours();
    }
}
