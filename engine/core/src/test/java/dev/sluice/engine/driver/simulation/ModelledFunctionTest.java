package dev.sluice.engine.driver.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer.EchoEvent;
import dev.sluice.engine.definition.Backend.FunctionAnswer.Fails;
import dev.sluice.engine.definition.Backend.FunctionAnswer.Payload;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.FunctionModel;
import dev.sluice.engine.definition.FunctionModel.Case;
import dev.sluice.engine.definition.FunctionModel.WrongShape;
import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.execution.FunctionWorkspaces;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.FunctionLogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Environments of modelled functions in virtual time: cold, warm, busy, gone, and what Lambda's log says of them. */
class ModelledFunctionTest {
    private static final long START = 1_795_000_000_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final FunctionLimits UNLIMITED = FunctionLimits.OF_A_MODEL;
    private static final Payload OK = new Payload("{\"statusCode\":200,\"body\":\"{\\\"id\\\":1}\"}");

    /** @param time in milliseconds until the answer */
    private record Seen(int status, long time, String body) {}

    private static FunctionModel model(double warmMillis, double coldMillis) {
        return new FunctionModel(
                OK, List.of(), Optional.empty(), Latency.ofMillis(warmMillis), Latency.ofMillis(coldMillis), 300, 0);
    }

    private static FunctionLimits reserved(int most, int provisioned) {
        return new FunctionLimits(900, 128, Optional.of(most), provisioned);
    }

    private static Engine engine(Backend function) {
        return Engine.open(FunctionWorkspaces.of(function), Engine.Settings.startingAt(START, 42));
    }

    private static Engine engine(FunctionModel model, FunctionLimits limits) {
        return engine(new ModelledFunction("f", model, limits));
    }

    /** So many requests at one instant, seconds after the start. */
    private static List<Seen> burst(Engine engine, int requests, double atSecond) {
        var seen = new ArrayList<Seen>();
        long nanos = START + (long) (atSecond * SECOND);
        var arrivals = Stream.generate(() -> new Arrival<>(nanos, FunctionWorkspaces.get("f"), ""))
                .limit(requests);
        new Simulation<>(
                        engine.gateway(),
                        arrivals.iterator(),
                        answer -> seen.add(new Seen(
                                answer.response().status(),
                                (answer.endNanos() - answer.beginNanos()) / 1_000_000,
                                answer.response().body().utf8())))
                .run();
        return seen;
    }

    /** How many took which time, as {@code {100=10, 8100=10}}. */
    private static String times(List<Seen> seen) {
        var times = new TreeMap<Long, Integer>();
        seen.forEach(each -> times.merge(each.time(), 1, Integer::sum));
        return times.toString();
    }

    private static String statuses(List<Seen> seen) {
        var statuses = new TreeMap<Integer, Integer>();
        seen.forEach(each -> statuses.merge(each.status(), 1, Integer::sum));
        return statuses.toString();
    }

    private static Cause cause(Engine engine) {
        return engine.journal().newest(1).getFirst().refusal().orElseThrow().cause();
    }

    @Test
    void everyEnvironmentIsColdOnceAndGoneWhenUnusedForLongEnough() {
        Engine engine = engine(model(100, 8_000), UNLIMITED);
        assertEquals("{8100=10}", times(burst(engine, 10, 0)));
        assertEquals("{100=10}", times(burst(engine, 10, 60)));
        assertEquals("{100=10, 8100=10}", times(burst(engine, 20, 120)));
        assertEquals("{8100=10}", times(burst(engine, 10, 1_000)));
    }

    @Test
    void aColdStartBeyondTheDeadlineFailsOnlyTheFirstCalls() {
        Engine engine = engine(model(100, 32_000), UNLIMITED);
        assertEquals("{504=5}", statuses(burst(engine, 5, 0)));
        assertEquals("{100=5}", times(burst(engine, 5, 60)));
    }

    @Test
    void provisionedEnvironmentsAreWarmFromTheFirstCallOn() {
        Engine engine = engine(model(100, 8_000), new FunctionLimits(900, 128, Optional.empty(), 10));
        assertEquals("{100=10}", times(burst(engine, 10, 0)));
        assertEquals("{100=10, 8100=5}", times(burst(engine, 15, 10_000)));
    }

    @Test
    void aFunctionStaysBusyAfterTheGatewayHasGivenUp() {
        Engine engine = engine(model(35_000, 0), reserved(1, 0));
        assertEquals("{29000=1}", times(burst(engine, 1, 0)));
        assertEquals("{500=1}", statuses(burst(engine, 1, 34)));
        assertEquals("{504=1}", statuses(burst(engine, 1, 35)));
    }

    @Test
    void moreThanTheReservedConcurrencyIsThrottled() {
        Engine engine = engine(model(100, 0), reserved(3, 0));
        List<Seen> seen = burst(engine, 5, 0);
        assertEquals("{200=3, 500=2}", statuses(seen));
        assertEquals("{\"message\": \"Internal server error\"}", seen.getFirst().body());
        assertTrue(engine.journal().newest(5).stream()
                .flatMap(record -> record.refusal().stream())
                .allMatch(refusal -> refusal.cause().equals(new Cause.FunctionNotInvoked(429))));
        assertEquals("{500=1}", statuses(burst(engine(model(1, 0), reserved(0, 0)), 1, 0)));
    }

    @Test
    void functionsWithoutReservationShareWhatTheAccountLeaves() {
        var big = new ModelledFunction("big", model(1, 0), reserved(990, 0));
        var small = new ModelledFunction("f", model(100, 0), UNLIMITED);
        Engine engine = Engine.open(FunctionWorkspaces.of(big, small), Engine.Settings.startingAt(START, 42));
        assertEquals("{200=10, 500=4}", statuses(burst(engine, 14, 0)));
    }

    @Test
    void aFunctionOverItsOwnTimeoutFailsAndLosesItsEnvironment() {
        Engine engine = engine(model(5_000, 1_000), new FunctionLimits(3, 128, Optional.empty(), 0));
        assertEquals("{4000=1}", times(burst(engine, 1, 0)));
        List<Seen> again = burst(engine, 1, 10);
        assertEquals("[Seen[status=502, time=4000, body={\"message\": \"Internal server error\"}]]", again.toString());
        assertTrue(cause(engine) instanceof Cause.FunctionError(String type, String message)
                && type.equals("Sandbox.Timedout")
                && message.endsWith("Error: Task timed out after 3.00 seconds"));
    }

    @Test
    void theErrorRateStrikesThatShareAndTheSameOnesForTheSameSeed() {
        var model = new FunctionModel(OK, List.of(), Optional.empty(), Latency.NONE, Latency.NONE, 300, 0.25);
        List<Seen> seen = burst(engine(model, UNLIMITED), 1_000, 0);
        long failed = seen.stream().filter(each -> each.status() == 502).count();
        assertTrue(failed > 200 && failed < 300, failed + " of 1000");
        assertEquals(seen, burst(engine(model, UNLIMITED), 1_000, 0));
    }

    @Test
    void aForkHasNoEnvironmentAndNoLogOfItsOwnYet() {
        Engine engine = engine(model(100, 8_000), UNLIMITED);
        burst(engine, 1, 0);
        Engine fork = engine.fork(START);
        assertEquals(0, fork.functionLog().read(0, 10, Long.MAX_VALUE).nextCursor());
        assertEquals("{8100=1}", times(burst(fork, 1, 60)));
    }

    @Test
    void theWrongShapesAreWhatTheGatewayMakesOfThem() {
        var statuses = new TreeMap<String, String>();
        for (WrongShape shape : WrongShape.values()) {
            var model = new FunctionModel(OK, List.of(), Optional.of(shape), Latency.NONE, Latency.NONE, 300, 0);
            statuses.put(shape.name(), statuses(burst(engine(model, UNLIMITED), 1, 0)));
        }
        assertEquals(
                Map.of(
                        "RAW_STRING", "{502=1}",
                        "BODY_AS_OBJECT", "{502=1}",
                        "UNKNOWN_KEY", "{502=1}",
                        "STATUS_CODE_WORD", "{502=1}",
                        "STATUS_CODE_TEXT", "{200=1}",
                        "NO_STATUS_CODE", "{200=1}"),
                statuses);
    }

    @Test
    void aCaseForThePathComesBeforeTheAnswer() {
        var found = new Case("/f", new Payload("{\"statusCode\":418}"));
        var model = new FunctionModel(
                OK,
                List.of(new Case("/other", new EchoEvent()), found),
                Optional.empty(),
                Latency.NONE,
                Latency.NONE,
                300,
                0);
        assertEquals("{418=1}", statuses(burst(engine(model, UNLIMITED), 1, 0)));
    }

    @Test
    void theLogHasStartEndAndReportWithTheColdStartOnceTheirTimeHasCome() {
        Engine engine = engine(model(100, 8_000), new FunctionLimits(900, 512, Optional.empty(), 0));
        burst(engine, 1, 0);
        assertEquals(List.of(), lines(engine, START + 7_999_999_999L));
        List<String> lines = lines(engine, START + 8_100_000_000L);
        assertEquals(3, lines.size(), lines.toString());
        String id = lines.getFirst().split(" ")[2];
        assertEquals("START RequestId: " + id + " Version: $LATEST", lines.get(0));
        assertEquals("END RequestId: " + id, lines.get(1));
        assertEquals(
                "REPORT RequestId: " + id + "\tDuration: 100.00 ms\tBilled Duration: 100 ms\tMemory Size: 512 MB"
                        + "\tMax Memory Used: 512 MB\tInit Duration: 8000.00 ms\t",
                lines.get(2));
        assertTrue(engine.functionLog().report(id, Long.MAX_VALUE).orElseThrow().isCold());
    }

    private static List<String> lines(Engine engine, long nowNanos) {
        return engine.functionLog().read(0, 100, nowNanos).entries().stream()
                .map(FunctionLogEntry::lines)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void aFunctionThatThrowsIsAnErrorInTheLogToo() {
        var model = FunctionModel.of(new Fails("no", "TypeError"), Latency.ofMillis(1));
        Engine engine = engine(model, UNLIMITED);
        assertEquals("{502=1}", statuses(burst(engine, 1, 0)));
        assertEquals(new Cause.FunctionError("TypeError", "no"), cause(engine));
        assertTrue(lines(engine, Long.MAX_VALUE).getLast().endsWith("\tStatus: error\t"));
    }

    @Test
    void anAnswerOfSevenMegabytesIsAnErrorOfTheFunction() {
        var model = FunctionModel.of(new Payload("x".repeat(7 * 1024 * 1024)), Latency.NONE);
        Engine engine = engine(model, UNLIMITED);
        assertEquals("{502=1}", statuses(burst(engine, 1, 0)));
        assertTrue(cause(engine) instanceof Cause.FunctionError(String type, String message)
                && type.equals("Function.ResponseSizeTooLarge"));
    }

    @Test
    void aProgramIsPlayedByItsModelOrSaysThatItNeedsOne() {
        Engine played = engine(process(Optional.of(model(100, 1_000))));
        assertEquals("{1100=1}", times(burst(played, 1, 0)));
        Engine alone = engine(process(Optional.empty()));
        assertEquals("{504=1}", statuses(burst(alone, 1, 0)));
        assertEquals(
                new Cause.EndpointUnreachable("a simulation starts no programs; add a \"model\" to the function f"),
                cause(alone));
    }

    private static ProcessFunction process(Optional<FunctionModel> model) {
        return new ProcessFunction(
                "f", "index.handler", "nodejs22.x", "code", List.of(), Map.of(), FunctionLimits.STANDARD, model);
    }
}
