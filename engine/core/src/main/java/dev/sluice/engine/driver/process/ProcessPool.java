package dev.sluice.engine.driver.process;

import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.journal.FunctionLogEntry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The environments of one function, and the invocations that wait for one. */
final class ProcessPool {
    /** Invocations that may wait for a process of this machine; one more is throttled. */
    private static final int MOST_WAITING = 1_000;

    private final FunctionProcesses owner;
    private final ProcessFunction function;
    private final Path folder;
    private final CodeFolder code;
    private final List<ProcessEnvironment> environments = new ArrayList<>();
    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private long fingerprint;
    private int numbers;
    private boolean retired;

    ProcessPool(FunctionProcesses owner, ProcessFunction function) {
        this.owner = owner;
        this.function = function;
        folder = owner.options().folder().resolve(function.codeUri()).normalize();
        code = new CodeFolder(folder, owner.options(), owner.vertx(), owner.worker());
    }

    ProcessFunction function() {
        return function;
    }

    String name() {
        return function.name();
    }

    ProcessOptions options() {
        return owner.options();
    }

    Vertx vertx() {
        return owner.vertx();
    }

    Set<Process> processes() {
        return owner.processes();
    }

    long nowNanos() {
        return owner.nowNanos();
    }

    long timeoutNanos() {
        return TimeUnit.SECONDS.toNanos(function.limits().timeoutSeconds());
    }

    Worker worker() {
        return owner.worker();
    }

    void log(FunctionLogEntry entry) {
        owner.log().add(entry, entry.nanos());
    }

    /** Runs it in an environment of the code as it is now. */
    void invoke(Invocation invocation) {
        code.current(state -> {
            changeTo(state);
            place(invocation);
        });
    }

    /** Starts the environments that are to be warm always. */
    void provision() {
        code.current(state -> {
            changeTo(state);
            long missing = function.limits().provisionedConcurrency()
                    - environments.stream()
                            .filter(ProcessEnvironment::isProvisioned)
                            .count();
            for (long i = 0; i < missing && owner.hasRoom(); i++) {
                start(true);
            }
        });
    }

    private void changeTo(long state) {
        if (state != fingerprint) {
            fingerprint = state;
            List.copyOf(environments).stream()
                    .filter(ProcessEnvironment::isIdle)
                    .forEach(ProcessEnvironment::close);
        }
    }

    private void place(Invocation invocation) {
        ProcessEnvironment idle = idle();
        int most = function.limits().reservedConcurrentExecutions().orElse(Integer.MAX_VALUE);
        if (owner.isClosed()) {
            invocation.done().accept(FunctionProcesses.closing());
        } else if (idle != null) {
            idle.run(invocation);
        } else if (environments.size() >= most) {
            invocation.answer(InvokeAnswer.throttled(invocation.id(), true));
        } else if (owner.hasRoom()) {
            start(false).run(invocation);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(invocation);
        } else {
            invocation.answer(InvokeAnswer.throttled(invocation.id(), false));
        }
    }

    /** The one used last, so that the others can be ended; null if all are busy. */
    private @Nullable ProcessEnvironment idle() {
        return environments.stream()
                .filter(each -> each.isIdle() && each.isOf(fingerprint))
                .max(Comparator.comparing(ProcessEnvironment::isReady)
                        .thenComparing(ProcessEnvironment::idleSinceNanos))
                .orElse(null);
    }

    private ProcessEnvironment start(boolean provisioned) {
        var environment = new ProcessEnvironment(this, ++numbers, fingerprint, provisioned);
        environments.add(environment);
        owner.started();
        environment.start();
        return environment;
    }

    /** The process itself. Waits for the system: not for the event loop. */
    Process launch(String address, int number, boolean provisioned) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException("there is no folder " + folder);
        }
        String logStream = "[$LATEST]" + HexFormat.of().toHexDigits(System.identityHashCode(this))
                + HexFormat.of().toHexDigits(number);
        var builder = new ProcessBuilder(owner.bootstraps().command(function, folder))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(LambdaVariables.of(function, folder, options().region(), address, logStream, provisioned));
        Process process = builder.start();
        owner.launched(process);
        process.getOutputStream().close();
        return process;
    }

    /** An environment has asked for an event. */
    void ready() {
        serveWaiting();
    }

    /** An environment has answered; if its code is old it goes. */
    void freed(ProcessEnvironment environment) {
        if ((retired && waiting.isEmpty()) || !environment.isOf(fingerprint)) {
            environment.close();
        } else {
            serveWaiting();
        }
    }

    void ended(ProcessEnvironment environment) {
        environments.remove(environment);
        owner.ended();
    }

    /** Gives waiting invocations what has become free, here or in the room of another function. */
    void serveWaiting() {
        while (!waiting.isEmpty() && (idle() != null || owner.hasRoom())) {
            place(waiting.remove());
        }
    }

    /** Ends environments that nobody has used for long, but none that are to stay warm. */
    void expire(long nowNanos) {
        List.copyOf(environments).stream()
                .filter(each -> each.isIdle() && !each.isProvisioned())
                .filter(each -> nowNanos - each.idleSinceNanos() >= options().keepAliveNanos())
                .forEach(ProcessEnvironment::close);
    }

    /** Ends an idle environment to make room for another function; false if there is none. */
    boolean giveRoom() {
        for (ProcessEnvironment each : environments) {
            if (each.isIdle()) {
                each.close();
                return true;
            }
        }
        return false;
    }

    void takeOutput() {
        environments.forEach(ProcessEnvironment::takeOutput);
    }

    void close() {
        waiting.forEach(invocation -> invocation.done().accept(FunctionProcesses.closing()));
        waiting.clear();
        List.copyOf(environments)
                .forEach(each -> each.end(
                        new ProcessEnvironment.Failure("Sluice.Closed", "the engine was closed during the run")));
    }

    /** No new invocation comes here, for the function has changed: idle environments end, busy ones finish first. */
    void retire() {
        retired = true;
        List.copyOf(environments).stream().filter(ProcessEnvironment::isIdle).forEach(ProcessEnvironment::close);
    }

    /** Whether nothing is left of it. */
    boolean isEmpty() {
        return environments.isEmpty() && waiting.isEmpty();
    }
}
