package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.neighbour.Agenda;
import dev.sluice.engine.backend.neighbour.Neighbours;
import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One execution of a machine. Not safe for several threads. */
final class Execution {
    /** Events of an execution, as Step Functions has it; the next one fails it. */
    static final int MOST_EVENTS = 25_000;

    /** Events that are kept to be read, and characters of detail that go with them. */
    static final int MOST_KEPT = 1_000;

    static final int MOST_KEPT_CHARACTERS = 1_048_576;

    private static final long SECOND = 1_000_000_000L;

    /** What it is and what it works with. @param agenda its own if somebody waits for it, else everybody's */
    record Setting(
            String arn,
            String name,
            String machineArn,
            String input,
            Program program,
            Neighbours neighbours,
            Agenda agenda) {}

    private final Setting setting;
    private final SplittableRandom random;
    private final long startNanos;
    private final List<HistoryEvent> history = new ArrayList<>();
    private final Runnable ended;
    private int keptCharacters;
    private int events;
    private ExecutionStatus status = ExecutionStatus.RUNNING;
    private long stopNanos;
    private String output = "";
    private String error = "";
    private String cause = "";

    /** @param ended is told when it is over, whatever the end */
    Execution(Setting setting, SplittableRandom random, long startNanos, Runnable ended) {
        this.setting = setting;
        this.random = random;
        this.startNanos = startNanos;
        this.ended = ended;
    }

    /** @param input has been read from the setting's text */
    void start(JsonNode input) {
        note(startNanos, "ExecutionStarted", "", setting.input(), "");
        setting.program()
                .timeoutSeconds()
                .ifPresent(seconds -> agenda().at(startNanos + seconds * SECOND, this::timeOut));
        new Branch(this, setting.program(), new Branch.Listener() {
                    @Override
                    public void succeeded(JsonNode result, long nowNanos) {
                        succeed(Json.write(result), nowNanos);
                    }

                    @Override
                    public void failed(StateFailure failure, long nowNanos) {
                        fail(failure.error(), failure.why(), nowNanos);
                    }
                })
                .start(input, startNanos);
    }

    private void succeed(String result, long nowNanos) {
        if (isRunning()) {
            output = result;
            note(nowNanos, "ExecutionSucceeded", "", result, "");
            end(ExecutionStatus.SUCCEEDED, nowNanos);
        }
    }

    private void fail(String name, String why, long nowNanos) {
        if (isRunning()) {
            error = name;
            cause = why;
            keep(nowNanos, "ExecutionFailed", "", why, name);
            end(ExecutionStatus.FAILED, nowNanos);
        }
    }

    void timeOut(long nowNanos) {
        if (isRunning()) {
            error = "States.Timeout";
            keep(nowNanos, "ExecutionTimedOut", "", "", error);
            end(ExecutionStatus.TIMED_OUT, nowNanos);
        }
    }

    void abort(String name, String why, long nowNanos) {
        if (isRunning()) {
            error = name;
            cause = why;
            keep(nowNanos, "ExecutionAborted", "", why, name);
            end(ExecutionStatus.ABORTED, nowNanos);
        }
    }

    private void end(ExecutionStatus how, long nowNanos) {
        status = how;
        stopNanos = nowNanos;
        ended.run();
    }

    /** Adds to the history; too many events fail the execution. */
    void note(long nanos, String type, String state, String detail, String name) {
        if (!isRunning()) {
            return;
        }
        keep(nanos, type, state, detail, name);
        if (events > MOST_EVENTS) {
            fail("States.Runtime", "The execution reached the maximum number of history events (25000).", nanos);
        }
    }

    private void keep(long nanos, String type, String state, String detail, String name) {
        events++;
        if (history.size() < MOST_KEPT) {
            boolean fits = keptCharacters + detail.length() <= MOST_KEPT_CHARACTERS;
            keptCharacters += fits ? detail.length() : 0;
            history.add(new HistoryEvent(events, nanos, type, state, fits ? detail : "", name));
        }
    }

    /** What {@code $$} leads to in this state. */
    ObjectNode context(String state, long enteredNanos, int retries) {
        ObjectNode context = Json.object();
        context.putObject("Execution")
                .put("Id", setting.arn())
                .put("Name", setting.name())
                .put("StartTime", Times.text(startNanos))
                .set("Input", Json.read(setting.input()).orElseGet(Json::object));
        context.putObject("State")
                .put("Name", state)
                .put("EnteredTime", Times.text(enteredNanos))
                .put("RetryCount", retries);
        context.putObject("StateMachine").put("Id", setting.machineArn());
        return context;
    }

    boolean isRunning() {
        return status == ExecutionStatus.RUNNING;
    }

    Agenda agenda() {
        return setting.agenda();
    }

    Setting setting() {
        return setting;
    }

    SplittableRandom random() {
        return random;
    }

    /** Everything but the history. */
    ExecutionReading summary() {
        return read(List.of());
    }

    ExecutionReading read() {
        return read(history);
    }

    private ExecutionReading read(List<HistoryEvent> shown) {
        return new ExecutionReading(
                setting.arn(),
                setting.name(),
                status,
                startNanos,
                stopNanos,
                setting.input(),
                output,
                error,
                cause,
                events,
                shown);
    }

    ExecutionStatus status() {
        return status;
    }

    long startNanos() {
        return startNanos;
    }

    long stopNanos() {
        return stopNanos;
    }

    /** Rough number of characters that it keeps alive. */
    int size() {
        return setting.input().length() + output.length() + cause.length() + keptCharacters + 200 * history.size();
    }
}
