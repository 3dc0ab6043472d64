package dev.sluice.engine;

import dev.sluice.engine.backend.region.Region;
import dev.sluice.engine.control.Catalog;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Gateway;
import dev.sluice.engine.execution.caching.CacheId;
import dev.sluice.engine.execution.serving.Limits;
import dev.sluice.engine.execution.serving.RuntimeState;
import dev.sluice.engine.execution.serving.ServedCaches;
import dev.sluice.engine.execution.serving.ServingTable;
import dev.sluice.engine.execution.serving.ServingTableBuilder;
import dev.sluice.engine.execution.throttling.QuotaTable;
import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.observation.Observation;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import dev.sluice.engine.observation.snapshot.SnapshotReader;
import java.util.function.UnaryOperator;

/**
 * The engine as others see it: a gateway to send requests to, a workspace to change, a journal and a snapshot to read.
 *
 * <p>It owns no thread, socket or clock: a driver brings them. Safe for any number of threads.
 */
public final class Engine {
    /** Exchanges a journal keeps unless the settings say otherwise. */
    public static final int DEFAULT_JOURNAL_CAPACITY = 16_384;

    /**
     * How an engine starts.
     *
     * @param seed start of all ids and random choices: the same seed and requests give the same answers
     * @param originNanos no time given later is before it, nanoseconds since 1970-01-01T00:00Z
     * @param journalCapacity exchanges the journal keeps
     */
    public record Settings(long seed, long originNanos, int journalCapacity) {
        public static Settings startingAt(long originNanos, long seed) {
            return new Settings(seed, originNanos, DEFAULT_JOURNAL_CAPACITY);
        }
    }

    /** One revision: what requests meet and its number. */
    private record Revision(ServingTable table, long number) {}

    private final Settings settings;
    private final Observation observation = Observation.fresh();
    private final JournalStore journal;
    private final RuntimeState state = RuntimeState.fresh();
    private final Gateway gateway;
    private final Object changing = new Object();
    private final Catalog control;
    private volatile Revision revision;

    private Engine(Workspace workspace, Settings settings) {
        this.settings = settings;
        journal = new JournalStore(settings.journalCapacity(), observation);
        state.services().configure(workspace);
        state.cache().reconfigure(ServedCaches.capacities(workspace));
        revision = new Revision(ServingTableBuilder.build(workspace, state), 0);
        gateway = new Gateway(() -> revision.table(), journal, settings.seed());
        control = new Catalog(this::workspace, this::apply, settings.seed());
    }

    public static Engine open(Workspace workspace, Settings settings) {
        return new Engine(workspace, settings);
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Named changes with undo: what the window, the command line and AWS's clients change the workspace through. */
    public Catalog control() {
        return control;
    }

    /** The configuration that requests meet now. */
    public Workspace workspace() {
        return revision.table().workspace();
    }

    /** Number of changes so far. */
    public long revision() {
        return revision.number();
    }

    /**
     * Replaces the workspace. Requests begun before finish under the old one; buckets keep their tokens, cut to the new
     * burst; quota counts stay, and so does what queues, executions and tables hold.
     *
     * @param change a pure function of the workspace as it is now
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public void apply(UnaryOperator<Workspace> change, long nowNanos) {
        synchronized (changing) {
            Workspace changed = change.apply(workspace());
            var limits = new Limits(changed);
            state.throttle().buckets().reconfigure(limits::limit, nowNanos);
            state.throttle().quotas().reconfigure(limits::quota, nowNanos);
            state.services().configure(changed);
            state.cache().reconfigure(ServedCaches.capacities(changed));
            revision = new Revision(ServingTableBuilder.build(changed, state), revision.number() + 1);
        }
    }

    /** Forgets what a stage's cache keeps, and that of its canary: FlushStageCache. */
    public void flushStageCache(String apiId, String stageName) {
        state.cache().flush(new CacheId(apiId, stageName, false));
        state.cache().flush(new CacheId(apiId, stageName, true));
    }

    /** Forgets what the Lambda authorizers of a stage have answered (FlushStageAuthorizersCache). */
    public void flushAuthorizers(String apiId, String stage) {
        state.authorizerResults().flush(apiId, stage);
    }

    /** What keys have used of the quotas of their plans. */
    public QuotaTable quotas() {
        return state.throttle().quotas();
    }

    public JournalStore journal() {
        return journal;
    }

    /** Logs, metrics and traces since the engine opened, as far as they are kept. */
    public Observation observation() {
        return observation;
    }

    /** What functions printed, and START, END and REPORT of each invocation. */
    public FunctionLog functionLog() {
        return state.functions().log();
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public EngineSnapshot snapshot(long nowNanos) {
        return SnapshotReader.read(gateway.counters(), state.throttle(), revision.number(), nowNanos);
    }

    /**
     * The AWS services beside the gateway: to send requests to, and to look at. They are not part of {@link #snapshot}
     * because reading them costs more than a frame should spend on what no visible screen shows.
     */
    public Region services() {
        return state.services();
    }

    /**
     * A second engine with the same workspace and seed and with fresh buckets, counters and journal: what-if never
     * disturbs the live one.
     *
     * @param originNanos no time given to it is before, nanoseconds since 1970-01-01T00:00Z
     */
    public Engine fork(long originNanos) {
        return new Engine(workspace(), new Settings(settings.seed(), originNanos, settings.journalCapacity()));
    }
}
