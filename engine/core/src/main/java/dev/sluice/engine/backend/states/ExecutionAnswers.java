package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Executions as Step Functions' answers show them. */
final class ExecutionAnswers {
    private ExecutionAnswers() {}

    static ObjectNode describe(Execution execution) {
        ExecutionReading reading = execution.read();
        ObjectNode answer = listed(execution);
        answer.put("input", reading.input());
        answer.putObject("inputDetails").put("included", true);
        if (reading.status() == ExecutionStatus.SUCCEEDED) {
            answer.put("output", reading.output());
            answer.putObject("outputDetails").put("included", true);
        }
        if (!reading.error().isEmpty()) {
            answer.put("error", reading.error());
        }
        if (!reading.cause().isEmpty()) {
            answer.put("cause", reading.cause());
        }
        return answer.put("redriveCount", 0);
    }

    static ObjectNode listed(Execution execution) {
        ObjectNode answer = Json.object()
                .put("executionArn", execution.setting().arn())
                .put("stateMachineArn", execution.setting().machineArn())
                .put("name", execution.setting().name())
                .put("status", execution.status().name());
        answer.set("startDate", Json.seconds(execution.startNanos()));
        if (!execution.isRunning()) {
            answer.set("stopDate", Json.seconds(execution.stopNanos()));
        }
        return answer;
    }

    static ObjectNode history(ExecutionReading reading, int most, boolean reverse) {
        List<HistoryEvent> events = new ArrayList<>(reading.history());
        if (reverse) {
            events = events.reversed();
        }
        ObjectNode answer = Json.object();
        var list = answer.putArray("events");
        events.stream().limit(most).map(ExecutionAnswers::event).forEach(list::add);
        return answer;
    }

    private static ObjectNode event(HistoryEvent event) {
        ObjectNode answer = Json.object();
        answer.set("timestamp", Json.seconds(event.nanos()));
        answer.put("type", event.type()).put("id", event.id()).put("previousEventId", event.id() - 1);
        ObjectNode details = Json.object();
        if (!event.state().isEmpty()) {
            details.put("name", event.state());
        }
        if (!event.error().isEmpty()) {
            details.put("error", event.error());
        }
        if (!event.detail().isEmpty()) {
            details.put(detailName(event), event.detail());
        }
        if (!details.isEmpty()) {
            answer.set(detailsName(event.type()), details);
        }
        return answer;
    }

    private static String detailName(HistoryEvent event) {
        String type = event.type();
        if (!event.error().isEmpty() || type.equals("ExecutionAborted")) {
            return "cause";
        }
        return type.endsWith("Entered") || type.endsWith("Started") || type.endsWith("Scheduled") ? "input" : "output";
    }

    /** {@code stateEnteredEventDetails}, {@code executionStartedEventDetails} and so on. */
    private static String detailsName(String type) {
        if (type.endsWith("StateEntered")) {
            return "stateEnteredEventDetails";
        }
        if (type.endsWith("StateExited")) {
            return "stateExitedEventDetails";
        }
        return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
    }
}
