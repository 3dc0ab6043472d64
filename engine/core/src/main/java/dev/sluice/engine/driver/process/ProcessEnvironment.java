package dev.sluice.engine.driver.process;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.FunctionLogEntry;
import dev.sluice.engine.journal.FunctionLogEntry.Status;
import io.vertx.core.Timer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One environment: a process, its Runtime API, and at most one invocation. It ends once, whatever ends it: its process,
 * its time-out, changed code, or the engine.
 */
final class ProcessEnvironment {
    /** Bytes of output read at one time: of a function that prints without end, and at the end of an invocation. */
    private static final int OUTPUT_BYTES = 64 * 1024;

    private static final int LAST_OUTPUT_BYTES = 1024 * 1024;

    /** The runtime library moves what an ended process has printed last, on a thread of its own. */
    private static final long LAST_WORDS_MILLIS = 20;

    private final ProcessPool pool;
    private final int number;
    private final long fingerprint;
    private final boolean provisioned;
    private @Nullable RuntimeApi api;
    private @Nullable Process process;
    private @Nullable FunctionOutput output;
    private @Nullable Invocation current;
    private @Nullable HttpServerResponse parked;
    private @Nullable Timer deadline;
    private boolean delivered;
    private boolean ended;
    private long startNanos;
    private long initNanos = -1;
    private boolean initReported;
    private long deliveredNanos;
    private long idleSinceNanos;

    ProcessEnvironment(ProcessPool pool, int number, long fingerprint, boolean provisioned) {
        this.pool = pool;
        this.number = number;
        this.fingerprint = fingerprint;
        this.provisioned = provisioned;
        initReported = provisioned;
    }

    boolean isIdle() {
        return current == null && !ended;
    }

    /** Whether it has started and asked for an event. */
    boolean isReady() {
        return initNanos >= 0;
    }

    boolean isOf(long codeFingerprint) {
        return fingerprint == codeFingerprint;
    }

    boolean isProvisioned() {
        return provisioned;
    }

    long idleSinceNanos() {
        return idleSinceNanos;
    }

    // --- its life

    void start() {
        startNanos = pool.nowNanos();
        idleSinceNanos = startNanos;
        limit(pool.options().initNanos() + pool.timeoutNanos());
        RuntimeApi.listen(pool.vertx(), this).onComplete(listening -> {
            if (listening.failed()) {
                end(new Failure("Sluice.NoPort", "no port for the Runtime API: " + listening.cause()));
                return;
            }
            api = listening.result();
            if (ended) {
                api.close();
                return;
            }
            String address = api.address();
            pool.worker()
                    .elsewhere(
                            () -> pool.launch(address, number, provisioned),
                            this::launched,
                            cause -> end(notStarted(cause)));
        });
    }

    private Failure notStarted(Throwable cause) {
        String reason = cause instanceof IOException ? String.valueOf(cause.getMessage()) : cause.toString();
        return new Failure("Runtime.InvalidEntrypoint", "the program could not be started: " + reason);
    }

    private void launched(Process started) {
        process = started;
        output = new FunctionOutput(started.getInputStream(), this::print);
        if (ended) {
            kill();
            return;
        }
        started.onExit()
                .thenAccept(gone -> pool.worker()
                        .onLoop(() ->
                                pool.vertx().timer(LAST_WORDS_MILLIS).onSuccess(ignored -> exited(gone.exitValue()))));
    }

    private void exited(int code) {
        end(new Failure("Runtime.ExitError", exitReason(code)));
    }

    /** Lambda's words; a signal shows as 128 and its number. */
    private static String exitReason(int code) {
        if (code == 0) {
            return "Runtime exited without providing a reason";
        }
        return switch (code) {
            case 128 + 6 -> "Runtime exited with error: signal: aborted";
            case 128 + 9 -> "Runtime exited with error: signal: killed";
            case 128 + 11 -> "Runtime exited with error: signal: segmentation fault";
            case 128 + 15 -> "Runtime exited with error: signal: terminated";
            default -> "Runtime exited with error: exit status " + code;
        };
    }

    /** Why an environment ended under an invocation. */
    record Failure(String type, String message) {}

    /** Ends it; the invocation in it fails for that reason. */
    void end(Failure failure) {
        if (ended) {
            return;
        }
        Invocation failed = current;
        if (failed != null) {
            takeOutput(LAST_OUTPUT_BYTES);
            print("RequestId: " + failed.id() + " Error: " + failure.message());
            print(failure.type());
            finish(
                    InvokeAnswer.failed(
                            failed.id(), InvokeAnswer.sandboxError(failed.id(), failure.type(), failure.message())),
                    Status.ERROR);
        }
        close();
    }

    /** Ends it without a word. Nobody may be waiting for it. */
    void close() {
        if (ended) {
            return;
        }
        ended = true;
        stopTimer();
        takeOutput(LAST_OUTPUT_BYTES);
        if (output != null) {
            output.flush();
        }
        if (api != null) {
            api.close();
        }
        if (process != null) {
            kill();
        }
        pool.ended(this);
    }

    private void kill() {
        Process victim = process;
        if (victim == null) {
            return;
        }
        Thread.startVirtualThread(() -> ProcessTree.kill(victim));
        victim.onExit().thenAccept(pool.processes()::remove);
    }

    // --- invocations

    /** Takes an invocation in; the runtime gets it when it asks, or at once if it has asked already. */
    void run(Invocation invocation) {
        current = invocation;
        delivered = false;
        if (parked != null) {
            deliver(invocation, parked);
        } else if (initNanos >= 0) {
            limit(pool.timeoutNanos());
        }
    }

    private void deliver(Invocation invocation, HttpServerResponse response) {
        takeOutput(LAST_OUTPUT_BYTES); // what it printed before it asked comes before the invocation's START
        parked = null;
        delivered = true;
        deliveredNanos = pool.nowNanos();
        limit(pool.timeoutNanos());
        Call.ToProcess call = invocation.call();
        pool.log(new FunctionLogEntry.Started(deliveredNanos, pool.name(), number, invocation.id()));
        long deadlineMillis = TimeUnit.NANOSECONDS.toMillis(deliveredNanos + pool.timeoutNanos());
        response.putHeader("Content-Type", "application/json")
                .putHeader("Lambda-Runtime-Aws-Request-Id", invocation.id())
                .putHeader("Lambda-Runtime-Deadline-Ms", Long.toString(deadlineMillis))
                .putHeader("Lambda-Runtime-Invoked-Function-Arn", call.invokedArn())
                .putHeader("Lambda-Runtime-Trace-Id", call.traceHeader())
                .end(Buffer.buffer(call.event().bytes()));
    }

    /** The runtime asks for an event: it is ready, and waits until there is one. */
    void next(HttpServerResponse response) {
        if (delivered && current != null) {
            RuntimeApi.answer(
                    response, 403, "InvalidStateTransition", "State transition from Running to Ready is not allowed");
            return;
        }
        if (initNanos < 0) {
            initNanos = pool.nowNanos() - startNanos;
            stopTimer();
        }
        parked = response;
        response.closeHandler(gone -> {
            if (parked == response) {
                parked = null;
            }
        });
        if (current != null) {
            deliver(current, response);
        }
        pool.ready();
    }

    void responded(String id, Body payload, HttpServerResponse response) {
        if (!isRunning(id, response)) {
            return;
        }
        if (payload.length() > InvokeAnswer.LARGEST_PAYLOAD) {
            RuntimeApi.answer(
                    response,
                    413,
                    "RequestEntityTooLarge",
                    "Exceeded maximum allowed payload size (" + InvokeAnswer.LARGEST_PAYLOAD + " bytes).");
            finish(InvokeAnswer.failed(id, InvokeAnswer.tooLarge()), Status.ERROR);
        } else {
            RuntimeApi.accept(response);
            finish(InvokeAnswer.returned(id, payload), Status.RETURNED);
        }
        pool.freed(this);
    }

    void failed(String id, Body error, HttpServerResponse response) {
        if (isRunning(id, response)) {
            RuntimeApi.accept(response);
            finish(InvokeAnswer.failed(id, error), Status.ERROR);
            pool.freed(this);
        }
    }

    /** The runtime could not load its handler: the invocation that waits for it fails, and it is of no more use. */
    void initFailed(Body error, HttpServerResponse response) {
        if (initNanos >= 0) {
            RuntimeApi.answer(
                    response, 403, "InvalidStateTransition", "State transition from Ready to InitError is not allowed");
            return;
        }
        RuntimeApi.accept(response);
        if (current != null) {
            finish(InvokeAnswer.failed(current.id(), error), Status.ERROR);
        }
        close();
    }

    private boolean isRunning(String id, HttpServerResponse response) {
        if (current == null || !delivered) {
            RuntimeApi.answer(
                    response,
                    403,
                    "InvalidStateTransition",
                    "State transition from Ready to Responding is not allowed");
            return false;
        }
        if (!current.id().equals(id)) {
            RuntimeApi.answer(response, 400, "InvalidRequestID", "Invalid request ID");
            return false;
        }
        return true;
    }

    private void finish(HttpResponse answer, Status status) {
        Invocation finished = current;
        if (finished == null) {
            return;
        }
        stopTimer();
        takeOutput(LAST_OUTPUT_BYTES);
        if (output != null) {
            output.flush();
        }
        long nowNanos = pool.nowNanos();
        long reportedInitNanos = initReported ? -1 : initNanos >= 0 ? initNanos : nowNanos - startNanos;
        initReported = true;
        long durationNanos =
                status == Status.TIMED_OUT ? pool.timeoutNanos() : delivered ? nowNanos - deliveredNanos : 0;
        pool.log(new FunctionLogEntry.Finished(
                nowNanos,
                pool.name(),
                number,
                finished.id(),
                durationNanos,
                reportedInitNanos,
                pool.function().limits().memorySize(),
                status));
        current = null;
        delivered = false;
        idleSinceNanos = nowNanos;
        finished.answer(answer);
    }

    private void limit(long nanos) {
        stopTimer();
        Timer timer = pool.vertx().timer(Math.max(1, nanos), TimeUnit.NANOSECONDS);
        deadline = timer;
        timer.onSuccess(ignored -> {
            if (deadline == timer) {
                timedOut();
            }
        });
    }

    private void stopTimer() {
        if (deadline != null) {
            deadline.cancel();
            deadline = null;
        }
    }

    private void timedOut() {
        if (current != null) {
            long seconds = pool.function().limits().timeoutSeconds();
            finish(InvokeAnswer.failed(current.id(), InvokeAnswer.timedOut(current.id(), seconds)), Status.TIMED_OUT);
        }
        close();
    }

    // --- output

    void takeOutput() {
        takeOutput(OUTPUT_BYTES);
    }

    private void takeOutput(int mostBytes) {
        if (output != null) {
            output.take(mostBytes);
        }
    }

    private void print(String line) {
        String id = current == null ? "" : current.id();
        pool.log(new FunctionLogEntry.Printed(pool.nowNanos(), pool.name(), number, id, line));
    }
}
