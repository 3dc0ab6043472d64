package dev.sluice.engine.driver.process;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.FunctionLogEntry;
import dev.sluice.engine.journal.FunctionLogEntry.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Functions of one folder, run as processes until the test is over. */
final class RunningFunctions implements AutoCloseable {
    private final Path folder;
    private final FunctionLog log = new FunctionLog(10_000);
    private final FunctionProcesses processes;

    RunningFunctions(Path folder) throws IOException {
        this(folder, ProcessOptions.in(folder, "eu-central-1").times(TimeUnit.SECONDS.toNanos(60), 1, 0));
    }

    RunningFunctions(Path folder, ProcessOptions options) throws IOException {
        this.folder = folder;
        processes = FunctionProcesses.start(options, log, WallClock.system());
    }

    /** Whether the program is there; if not, the test says so and has nothing to check. */
    static boolean has(String program) {
        try {
            Process version = new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
            return version.waitFor() == 0;
        } catch (IOException missing) {
            System.out.println(program + " is not installed: functions in it were not run");
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    FunctionProcesses processes() {
        return processes;
    }

    void put(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        // Long written, so that nobody has to wait whether more comes.
        Files.setLastModifiedTime(
                path, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000 + text.hashCode() % 1_000_000));
    }

    static ProcessFunction function(String runtime, String handler) {
        return function(runtime, handler, new FunctionLimits(60, 128, Optional.empty(), 0), Map.of());
    }

    static ProcessFunction function(
            String runtime, String handler, FunctionLimits limits, Map<String, String> environment) {
        return new ProcessFunction("f", handler, runtime, ".", List.of(), environment, limits, Optional.empty());
    }

    static ProcessFunction command(FunctionLimits limits, String... command) {
        return new ProcessFunction(
                "f", "", "provided.al2023", ".", List.of(command), Map.of(), limits, Optional.empty());
    }

    CompletableFuture<Outcome> invoke(ProcessFunction function, String event) {
        var done = new CompletableFuture<Outcome>();
        var call = new Call.ToProcess(
                function,
                "arn:aws:lambda:eu-central-1:123456789012:function:f",
                UUID.randomUUID().toString(),
                "Root=1-5759e988-bd862e3fe1be46a994272793",
                Body.utf8(event),
                Optional.empty());
        processes.invoke(call, done::complete);
        return done.orTimeout(90, TimeUnit.SECONDS);
    }

    HttpResponse answer(ProcessFunction function, String event) {
        return answer(invoke(function, event));
    }

    static HttpResponse answer(CompletableFuture<Outcome> invocation) {
        return invocation.join() instanceof Outcome.Answered(HttpResponse response)
                ? response
                : new HttpResponse(
                        0,
                        dev.sluice.engine.http.Headers.NONE,
                        Body.utf8(invocation.join().toString()));
    }

    String payload(ProcessFunction function, String event) {
        return answer(function, event).body().utf8();
    }

    List<FunctionLogEntry> entries() {
        return log.read(0, 10_000, Long.MAX_VALUE).entries();
    }

    List<String> lines() {
        return entries().stream().flatMap(entry -> entry.lines().stream()).toList();
    }

    /** Whether each invocation so far began cold. */
    List<Boolean> cold() {
        return entries().stream()
                .filter(Finished.class::isInstance)
                .map(entry -> ((Finished) entry).isCold())
                .toList();
    }

    @Override
    public void close() {
        processes.close();
    }
}
