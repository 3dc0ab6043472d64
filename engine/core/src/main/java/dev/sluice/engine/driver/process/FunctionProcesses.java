package dev.sluice.engine.driver.process;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.journal.FunctionLog;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs functions as processes of this machine, for a workspace whose user said that it may. All of them end with it,
 * and with the program, however that ends as long as it can still say so.
 */
public final class FunctionProcesses implements FunctionRunner, AutoCloseable {
    private static final long OUTPUT_MILLIS = 20;
    private static final long EXPIRY_MILLIS = 5_000;
    private static final long CLOSING_SECONDS = 5;

    private final ProcessOptions options;
    private final FunctionLog log;
    private final WallClock clock;
    private final Bootstraps bootstraps;
    private final Vertx vertx;
    private final Worker worker;
    private final Thread atExit = new Thread(this::killAll, "end functions");
    private final Set<Process> processes = ConcurrentHashMap.newKeySet();
    private final Map<String, ProcessPool> pools = new HashMap<>();
    private final List<ProcessPool> retired = new ArrayList<>();
    private int environments;
    private volatile boolean closed;

    private FunctionProcesses(ProcessOptions options, FunctionLog log, WallClock clock, Bootstraps bootstraps) {
        this.options = options;
        this.log = log;
        this.clock = clock;
        this.bootstraps = bootstraps;
        vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(4)
                .setInternalBlockingPoolSize(1)
                .setPreferNativeTransport(false)
                .setDisableTCCL(true)
                .setUseDaemonThread(true)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
        worker = new Worker(vertx.getOrCreateContext());
        vertx.setPeriodic(OUTPUT_MILLIS, ignored -> worker.onLoop(() -> all().forEach(ProcessPool::takeOutput)));
        vertx.setPeriodic(
                EXPIRY_MILLIS, ignored -> worker.onLoop(() -> all().forEach(pool -> pool.expire(nowNanos()))));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Ready to run functions; none is started yet.
     *
     * @param log gets what functions print
     * @throws IOException if the runtimes' own programs could not be written to a temporary folder
     */
    public static FunctionProcesses start(ProcessOptions options, FunctionLog log, WallClock clock) throws IOException {
        return new FunctionProcesses(options, log, clock, Bootstraps.unpack());
    }

    @Override
    public void invoke(Call.ToProcess call, Consumer<Outcome> done) {
        if (closed) {
            done.accept(closing());
            return;
        }
        worker.onLoop(() -> pool(call.function()).invoke(new Invocation(call, done)));
    }

    /** Starts the provisioned environments of these functions. */
    public void provision(List<Backend> backends) {
        for (Backend backend : backends) {
            if (backend instanceof ProcessFunction function && function.limits().provisionedConcurrency() > 0) {
                worker.onLoop(() -> pool(function).provision());
            }
        }
    }

    /** The pool of a function as it is now; a change of the function is a new pool. */
    private ProcessPool pool(ProcessFunction function) {
        ProcessPool pool = pools.get(function.name());
        if (pool != null && pool.function().equals(function)) {
            return pool;
        }
        if (pool != null) {
            retired.add(pool);
            pool.retire();
        }
        var made = new ProcessPool(this, function);
        pools.put(function.name(), made);
        return made;
    }

    private List<ProcessPool> all() {
        retired.removeIf(ProcessPool::isEmpty);
        var all = new ArrayList<>(pools.values());
        all.addAll(retired);
        return all;
    }

    /** Whether one more process may run; ends an idle one of another function if that helps. */
    boolean hasRoom() {
        if (environments < options.mostEnvironments()) {
            return true;
        }
        return all().stream().anyMatch(ProcessPool::giveRoom);
    }

    void started() {
        environments++;
    }

    void ended() {
        environments--;
        if (!closed) {
            worker.onLoop(() -> all().forEach(ProcessPool::serveWaiting));
        }
    }

    /** Notes a process before anybody else knows it; on any thread. */
    void launched(Process process) {
        processes.add(process);
        if (closed) {
            ProcessTree.kill(process);
        }
    }

    static Outcome closing() {
        return new Outcome.Unreachable("the engine is closing");
    }

    boolean isClosed() {
        return closed;
    }

    ProcessOptions options() {
        return options;
    }

    FunctionLog log() {
        return log;
    }

    Bootstraps bootstraps() {
        return bootstraps;
    }

    Vertx vertx() {
        return vertx;
    }

    Set<Process> processes() {
        return processes;
    }

    long nowNanos() {
        return clock.nowNanos();
    }

    Worker worker() {
        return worker;
    }

    private void killAll() {
        processes.forEach(ProcessTree::kill);
        bootstraps.close();
    }

    /** Ends every process and waits until they are gone, for a few seconds at most. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        var done = new CompletableFuture<Void>();
        worker.onLoop(() -> {
            all().forEach(ProcessPool::close);
            done.complete(null);
        });
        done.orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
        List<Process> last = List.copyOf(processes);
        killAll();
        CompletableFuture.allOf(last.stream().map(Process::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The program ends already, and the hook has found nothing to do.
        }
    }
}
