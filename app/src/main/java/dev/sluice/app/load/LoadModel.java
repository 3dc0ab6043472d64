package dev.sluice.app.load;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.app.frame.Selection;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.decision.Decision;
import dev.sluice.app.kit.figure.Figures;
import dev.sluice.app.kit.strip.Gates;
import dev.sluice.app.kit.tank.LimitChange;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.driver.load.LoadRun;
import dev.sluice.engine.driver.load.LoadSnapshot;
import dev.sluice.engine.driver.load.LoadTarget;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.ThrottleDecision;
import dev.sluice.engine.traffic.LoadScenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the load lab shows and does: a scenario being edited, the run being played, what was noticed. FX thread only.
 */
public final class LoadModel {
    /** Above this share of requests never sent, the generator and not the gateway is the limit. */
    private static final double MOST_DROPPED = 0.01;

    /** Requests a second to begin with where the plan has no limit. */
    private static final double USUAL_RATE = 100;

    /** Newest records to look through for a refusal. */
    private static final int JOURNAL_DEPTH = 4_000;

    private final OpenWorkspace open;
    private final Names names;
    private final String apiId;
    private final String stage;
    private final ObservableList<GroupDraft> groups = FXCollections.observableArrayList();
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    private final IntegerProperty seconds = new SimpleIntegerProperty(60);
    private final LongProperty seed = new SimpleLongProperty(1);
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final StringProperty failure = new SimpleStringProperty("");
    private final LoadSeries series = new LoadSeries();
    private Optional<LoadRun> run = Optional.empty();
    private Optional<LoadSnapshot> latest = Optional.empty();
    private boolean refusalNoted;

    public LoadModel(OpenWorkspace open) {
        this.open = open;
        names = new Names(open::definition);
        Optional<RestApi> api = open.definition().restApis().stream().findFirst();
        apiId = api.map(RestApi::id).orElse("");
        stage = api.flatMap(Selection::usualStage).map(Stage::stageName).orElse("");
        prefill();
    }

    /** The most and the least generous plan. */
    private void prefill() {
        List<UsagePlan> plans = open.definition().usagePlans().stream()
                .filter(plan -> !plan.apiKeyIds().isEmpty())
                .sorted(Comparator.comparing(LoadModel::rate))
                .toList();
        String path = firstPath();
        if (plans.isEmpty()) {
            groups.add(new GroupDraft("clients", "", "GET", path, 20, false));
            return;
        }
        UsagePlan most = plans.getLast();
        groups.add(draft(most, path, 1.4, true));
        if (plans.size() > 1) {
            groups.add(draft(plans.getFirst(), path, 3, false));
        }
    }

    private static double rate(UsagePlan plan) {
        return plan.throttle()
                .map(throttle -> throttle.rateLimit().doubleValue())
                .orElse(Double.MAX_VALUE);
    }

    private GroupDraft draft(UsagePlan plan, String path, double share, boolean poisson) {
        double limit = Math.min(rate(plan), USUAL_RATE);
        String name = text("load.clientsOf", plan.name().toLowerCase(dev.sluice.app.Texts.LOCALE));
        double rate = Math.clamp(Math.ceil(limit * share), 1, 500);
        return new GroupDraft(name, plan.apiKeyIds().getFirst(), "GET", path, rate, poisson);
    }

    private String firstPath() {
        return open.definition()
                .restApi(apiId)
                .flatMap(api -> api.draft().resources().stream()
                        .filter(resource -> resource.methods().containsKey("GET")
                                && !resource.path().contains("{"))
                        .map(resource -> resource.path())
                        .findFirst())
                .orElse("/");
    }

    public OpenWorkspace workspace() {
        return open;
    }

    public ObservableList<GroupDraft> groups() {
        return groups;
    }

    /** Sentences about the run, newest last. */
    public ObservableList<String> notes() {
        return notes;
    }

    /** Length of the run, seconds. */
    public IntegerProperty secondsProperty() {
        return seconds;
    }

    public LongProperty seedProperty() {
        return seed;
    }

    public BooleanProperty runningProperty() {
        return running;
    }

    /** Why the run could not start, and what to do; empty if it could. */
    public StringProperty failureProperty() {
        return failure;
    }

    public LoadSeries series() {
        return series;
    }

    /** How the last run stands or ended. */
    public Optional<LoadSnapshot> latest() {
        return latest;
    }

    public Map<BucketId, ThrottleSettings> gates() {
        return Gates.of(
                open.definition(),
                groups.stream().map(group -> group.call(apiId, stage)).toList());
    }

    public void start() {
        stop();
        notes.clear();
        refusalNoted = false;
        series.startRun();
        try {
            var scenario = new LoadScenario(
                    "load lab",
                    seconds.get() * 1_000_000_000L,
                    seed.get(),
                    groups.stream().map(group -> group.group(open.definition())).toList());
            var target = new LoadTarget("127.0.0.1", open.port(), "/_aws/execute-api/" + apiId + "/" + stage);
            run = Optional.of(LoadRun.start(scenario, target, open.clock()));
            failure.set("");
            running.set(true);
        } catch (IllegalArgumentException e) {
            failure.set(String.valueOf(e.getMessage()));
        }
    }

    public void stop() {
        run.ifPresent(LoadRun::stop);
    }

    /** The rate slider of a group was moved during the run. */
    public void changeRate(GroupDraft group) {
        if (running.get()) {
            try {
                run.ifPresent(active -> active.changeRate(
                        group.nameProperty().get(), group.rateProperty().get()));
                failure.set("");
            } catch (IllegalArgumentException e) {
                failure.set(String.valueOf(e.getMessage()));
            }
        }
    }

    /** Takes in how the run stands. */
    public void frame(dev.sluice.app.frame.FrameTick tick) {
        run.ifPresent(active -> {
            LoadSnapshot now = active.snapshot();
            latest = Optional.of(now);
            series.add(now, tick.snapshot());
            if (running.get()) {
                noteRefusals(now, tick.records());
                if (now.state() == LoadSnapshot.State.FINISHED || now.state() == LoadSnapshot.State.FAILED) {
                    running.set(false);
                    finished(now);
                }
            }
        });
    }

    private void noteRefusals(LoadSnapshot now, List<ExchangeRecord> records) {
        for (ExchangeRecord record : records) {
            if (refusalNoted || record.status() != 429 || record.startNanos() < now.startedNanos()) {
                continue;
            }
            refusalNoted = true;
            String after = Figures.seconds(record.startNanos() - now.startedNanos());
            String tier = record.throttle()
                    .flatMap(ThrottleDecision::refusedBy)
                    .map(reading -> names.bucket(reading.bucket()))
                    .orElse(text("load.quota"));
            notes.add(text("load.first429", after, tier));
        }
    }

    private void finished(LoadSnapshot end) {
        long sent = end.groups().stream().mapToLong(group -> group.sent()).sum();
        long refused = end.groups().stream()
                .mapToLong(group -> group.throttled() + group.overQuota())
                .sum();
        notes.add(text(
                "load.finished", Numbers.count(sent), Numbers.count(refused), Figures.seconds(end.elapsedNanos())));
        if (!end.note().isEmpty()) {
            notes.add(end.note());
        }
    }

    /** Whether the generator could not keep up: over 1 % of the requests due were never sent. */
    public boolean generatorIsTheLimit() {
        return latest.map(now -> {
                    long intended = now.groups().stream()
                            .mapToLong(group -> group.intended())
                            .sum();
                    long dropped = now.groups().stream()
                            .mapToLong(group -> group.dropped())
                            .sum();
                    return intended > 0 && dropped > intended * MOST_DROPPED;
                })
                .orElse(false);
    }

    /** A tank's limit was edited; requests from now on meet the new one. */
    public void change(LimitChange change) {
        open.engine().apply(change, open.clock().nowNanos());
    }

    /** Why the bucket refused last, while the journal still knows. */
    public Optional<Decision> lastRefusal(BucketId bucket) {
        return open.engine().journal().newest(JOURNAL_DEPTH).reversed().stream()
                .filter(record -> record.throttle()
                        .flatMap(ThrottleDecision::refusedBy)
                        .filter(reading -> reading.bucket().equals(bucket))
                        .isPresent())
                .findFirst()
                .map(record -> Decision.of(record, names, open.engine().functionLog()));
    }

    public void addGroup() {
        var names = new ArrayList<String>();
        groups.forEach(group -> names.add(group.nameProperty().get()));
        int number = groups.size() + 1;
        while (names.contains("clients " + number)) {
            number++;
        }
        GroupDraft like = groups.isEmpty() ? new GroupDraft("", "", "GET", "/", 10, false) : groups.getLast();
        groups.add(new GroupDraft(
                "clients " + number,
                like.apiKeyIdProperty().get(),
                like.methodProperty().get(),
                like.pathProperty().get(),
                like.rateProperty().get(),
                like.poissonProperty().get()));
    }
}
