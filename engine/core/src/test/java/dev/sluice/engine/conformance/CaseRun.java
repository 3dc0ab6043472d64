package dev.sluice.engine.conformance;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One case under one driver: its engine, its requests one after the other, and what differs. */
final class CaseRun {
    static final long START_NANOS = 1_800_000_000_000_000_000L;
    private static final long BETWEEN_REQUESTS_NANOS = 50_000_000L;

    private final ConformanceCase testCase;
    private final CaseDriver driver;
    private final Stubs stubs;
    private final Engine engine;
    private final List<String> differences = new ArrayList<>();
    private final StubbedGateway onTheSpot;
    private long exchanges;

    private CaseRun(ConformanceCase testCase, CaseDriver driver, Stubs stubs, Workspace workspace) {
        this.testCase = testCase;
        this.driver = driver;
        this.stubs = stubs;
        engine = Engine.open(workspace, Engine.Settings.startingAt(START_NANOS, 1));
        driver.connect(Dialogue.with(engine.gateway()));
        onTheSpot = StubbedGateway.simulated(Dialogue.with(engine.gateway()), stubs, driver.ports());
    }

    /** What differs; empty if every expectation holds. */
    static List<String> differences(ConformanceCase testCase, CaseDriver driver, Stubs stubs) throws IOException {
        var workspace = new CaseWorkspace(testCase, stubs, driver.ports());
        Workspace built = workspace.build();
        if (!workspace.problems().isEmpty()) {
            return workspace.problems();
        }
        return new CaseRun(testCase, driver, stubs, built).run();
    }

    private List<String> run() throws IOException {
        int number = 1;
        for (JsonNode step : testCase.steps()) {
            driver.advance(step.path("advanceClockMs").asLong(0) * 1_000_000L);
            for (int i = 0; i < step.path("repeat").asInt(1); i++) {
                for (String difference : perform(step)) {
                    differences.add("step " + number + ": " + difference);
                }
                if (!testCase.isFrozen()) {
                    driver.advance(BETWEEN_REQUESTS_NANOS);
                }
            }
            number++;
        }
        var atTheEnd = new Differences();
        new MetricExpectations(atTheEnd, engine.observation().metrics())
                .check(testCase.json().path("expectMetrics"));
        differences.addAll(atTheEnd.found());
        return differences;
    }

    private List<String> perform(JsonNode step) throws IOException {
        var found = new Differences();
        JsonNode request = step.path("request");
        if (request.path("kind").asString("").equals("control")) {
            control(request, step, found);
            return found.found();
        }
        if (request.path("kind").asString("").equals("test-invoke")) {
            var calls = new TestInvokeCalls(engine, onTheSpot::standingIn, driver.nowNanos());
            new TestInvokeExpectations(found, calls.perform(request)).check(step.path("expect"));
            return found.found();
        }
        HttpResponse response = driver.send(CaseRequest.of(request, testCase.stageName(), CaseWorkspace.HOST));
        var expectations = new Expectations(found, response, stubs);
        var logs = new LogExpectations(found, latestExchange());
        step.path("expect").properties().forEach(entry -> {
            if (entry.getKey().equals("queueMessages")) {
                messages(entry.getValue(), found);
            } else {
                expectations.check(entry.getKey(), entry.getValue());
            }
        });
        step.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case "request", "expect", "repeat", "advanceClockMs", "note" -> {}
                case "queueMessages" -> messages(entry.getValue(), found);
                default -> logs.check(entry.getKey(), entry.getValue());
            }
        });
        return found.found();
    }

    /** The messages in the case's queues, in their order; each may hold more than is wanted. */
    private void messages(JsonNode wanted, Differences found) {
        var waiting = new ArrayList<JsonNode>();
        for (String queue : stubs.names("sqs")) {
            waiting.addAll(ServiceStubs.messages(engine.services(), queue, driver.nowNanos()));
        }
        boolean same = wanted.size() == waiting.size();
        for (int i = 0; same && i < wanted.size(); i++) {
            same = Json.contains(wanted.get(i), waiting.get(i));
        }
        found.that(same, "queue messages: wanted " + wanted + ", got " + waiting);
    }

    private void control(JsonNode request, JsonNode step, Differences found) {
        String op = request.path("op").asString("");
        new ControlCalls(engine, driver.nowNanos())
                .perform(op, request.path("params"))
                .ifPresentOrElse(
                        result -> new ControlExpectations(found, result).check(step.path("expect")),
                        () -> found.notUnderstood("operation " + op));
    }

    /** The exchange of the request just answered. */
    private Optional<ExchangeRecord> latestExchange() {
        List<ExchangeRecord> newest = engine.journal().newest(1);
        if (newest.isEmpty() || newest.getFirst().sequence() < exchanges) {
            return Optional.empty();
        }
        exchanges = newest.getFirst().sequence() + 1;
        return Optional.of(newest.getFirst());
    }
}
