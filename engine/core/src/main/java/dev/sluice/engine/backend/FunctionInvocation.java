package dev.sluice.engine.backend;

import dev.sluice.engine.backend.function.FunctionEnvironments.Place;
import dev.sluice.engine.backend.function.FunctionEnvironments.Work;
import dev.sluice.engine.backend.function.FunctionRuntime;
import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.FunctionModel;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.FunctionLogEntry.Finished;
import dev.sluice.engine.journal.FunctionLogEntry.Started;
import dev.sluice.engine.journal.FunctionLogEntry.Status;
import java.util.Optional;

/**
 * One synchronous invocation of a modelled function, answered as Lambda's Invoke is. The time that its cold start and
 * its run take is decided at once, and so is for how long its environment is busy: also when nobody waits any more.
 *
 * @param event the payload the function gets
 * @param requestId Lambda's id of the invocation
 * @param randomBits 64 random bits for its times and its luck
 * @param runtime the environments and the log it uses
 */
public record FunctionInvocation(
        ModelledFunction function, Body event, String requestId, long randomBits, FunctionRuntime runtime)
        implements Call.ToModel {
    /** Header by which Lambda tells a failed function from one that answered. */
    public static final String FUNCTION_ERROR = InvokeAnswer.FUNCTION_ERROR;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final double PER_DRAW = 0x1.0p-53;

    @Override
    public String invocationId() {
        return requestId;
    }

    @Override
    public Call.Timed perform(long nowNanos) {
        FunctionModel model = function.model();
        long latencyNanos = LatencyModel.sampleNanos(model.latency(), randomBits);
        long initNanos = LatencyModel.sampleNanos(model.coldStart(), another(1));
        long timeoutNanos = function.limits().timeoutSeconds() * NANOS_PER_SECOND;
        boolean timedOut = latencyNanos > timeoutNanos;
        long runNanos = Math.min(latencyNanos, timeoutNanos);
        var work = new Work(initNanos, runNanos, model.keepAliveSeconds(), timedOut);
        Optional<Place> place = runtime.environments().place(function.name(), function.limits(), work, nowNanos);
        if (place.isEmpty()) {
            boolean reserved = function.limits().reservedConcurrentExecutions().isPresent();
            return new Call.Timed(new Outcome.Answered(InvokeAnswer.throttled(requestId, reserved)), 0);
        }
        HttpResponse answer = timedOut
                ? InvokeAnswer.failed(
                        requestId,
                        InvokeAnswer.timedOut(requestId, function.limits().timeoutSeconds()))
                : answer(model);
        // Without a cold-start time in the model there is nothing to report of one.
        long reportedInitNanos = place.get().cold() && initNanos > 0 ? initNanos : -1;
        long startNanos = nowNanos + Math.max(0, reportedInitNanos);
        log(place.get().number(), startNanos, runNanos, reportedInitNanos, status(answer, timedOut), nowNanos);
        return new Call.Timed(new Outcome.Answered(answer), startNanos - nowNanos + runNanos);
    }

    private HttpResponse answer(FunctionModel model) {
        boolean unlucky = (another(2) >>> 11) * PER_DRAW < model.errorRate();
        return unlucky
                ? InvokeAnswer.failed(
                        requestId, InvokeAnswer.error("The model's error rate struck this invocation", "ModelledError"))
                : ModelAnswer.of(model, event, requestId);
    }

    private static Status status(HttpResponse answer, boolean timedOut) {
        if (timedOut) {
            return Status.TIMED_OUT;
        }
        return answer.headers().contains(FUNCTION_ERROR) ? Status.ERROR : Status.RETURNED;
    }

    private void log(int number, long startNanos, long runNanos, long initNanos, Status status, long nowNanos) {
        String name = function.name();
        runtime.log().add(new Started(startNanos, name, number, requestId), nowNanos);
        var finished = new Finished(
                startNanos + runNanos,
                name,
                number,
                requestId,
                runNanos,
                initNanos,
                function.limits().memorySize(),
                status);
        runtime.log().add(finished, nowNanos);
    }

    /** More random bits out of the same: SplitMix64's own step. */
    private long another(int draw) {
        long z = randomBits + draw * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
