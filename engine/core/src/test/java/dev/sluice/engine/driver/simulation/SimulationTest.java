package dev.sluice.engine.driver.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final long NOW = 1_795_000_000_000_000_000L;

    @Test
    void anAnswerComesWhenTheModelledLatencyHasPassed() {
        Answer<Integer> answer = run(Stream.of(arrival(7, NOW, "/250"))).getFirst();
        assertEquals("7: after 250 at 250", told(answer));
        assertEquals(NOW, answer.beginNanos());
        assertEquals(NOW + 250, answer.endNanos());
    }

    @Test
    void anOutcomeExactlyAtTheDeadlineHasComeInTimeAndALaterOneIsATimeOutAtTheDeadline() {
        assertEquals(
                List.of("1: after 999 at 999", "2: after 1000 at 1000", "3: timed out at 1000", "4: timed out at 1000"),
                tell(
                        arrival(1, NOW, "/999"),
                        arrival(2, NOW, "/1000"),
                        arrival(3, NOW, "/1001"),
                        arrival(4, NOW, "/" + Long.MAX_VALUE)));
    }

    @Test
    void aSecondCallBeginsWhenTheFirstHasEnded() {
        assertEquals(List.of("1: after 300 at 600"), tell(arrival(1, NOW, "/twice/300")));
    }

    @Test
    void theNetworkIsUnreachableAtOnceWithAReasonThatSaysWhatToDo() {
        assertEquals(
                List.of("1: a simulation has no network; add a modelled HTTP endpoint for elsewhere.example:8080 at 0"),
                tell(arrival(1, NOW, "/network")));
    }

    @Test
    void atOneNanosecondArrivalsComeFirstAndOutcomesInTheOrderOfTheirCalls() {
        assertEquals(
                List.of(
                        "5: at once at 0",
                        "6: at once at 0",
                        "1: after 10 at 10",
                        "2: after 10 at 10",
                        "3: after 5 at 5",
                        "4: after 0 at 0"),
                tell(
                        arrival(1, NOW, "/10"),
                        arrival(2, NOW, "/10"),
                        arrival(3, NOW + 5, "/5"),
                        arrival(4, NOW + 10, "/0"),
                        arrival(5, NOW + 10, "/now"),
                        arrival(6, NOW + 10, "/now")));
    }

    @Test
    void theSameArrivalsGiveTheSameAnswersAndOthersOthers() {
        List<Answer<Integer>> once = run(randomArrivals(1));
        assertEquals(2_000, once.size());
        assertEquals(once, run(randomArrivals(1)));
        assertNotEquals(once, run(randomArrivals(2)));
    }

    @Test
    void answersComeInTheOrderOfTime() {
        List<Answer<Integer>> answers = run(randomArrivals(3));
        for (int i = 1; i < answers.size(); i++) {
            assertTrue(answers.get(i - 1).endNanos() <= answers.get(i).endNanos());
        }
    }

    @Test
    void aRunInPiecesIsTheSameAsOneRunAndTakesNoArrivalBeforeItIsNeeded() {
        List<Answer<Integer>> whole = run(randomArrivals(4));
        var pulled = new AtomicInteger();
        Iterator<Arrival<Integer>> counted =
                randomArrivals(4).peek(arrival -> pulled.incrementAndGet()).iterator();
        var answers = new ArrayList<Answer<Integer>>();
        var simulation = new Simulation<>(new ScriptedGateway(), counted, answers::add);
        long[] due = randomArrivals(4).mapToLong(Arrival::nanos).toArray();
        for (long at = NOW; answers.size() < whole.size(); at += 5_000) {
            simulation.runUntil(at);
            long until = at;
            long begun =
                    IntStream.range(0, due.length).filter(i -> due[i] <= until).count();
            assertTrue(pulled.get() <= begun + 1, pulled + " taken, " + begun + " due");
            assertTrue(simulation.nowNanos() <= at);
        }
        assertEquals(whole, answers);
    }

    @Test
    void anArrivalBeforeTheTimeReachedIsRefused() {
        var failure = assertThrows(
                IllegalArgumentException.class, () -> tell(arrival(1, NOW, "/now"), arrival(2, NOW - 1, "/now")));
        assertTrue(String.valueOf(failure.getMessage()).contains("give arrivals in the order of time"));
    }

    /** 2,000 arrivals, often at one nanosecond, with latencies around the deadline or none. */
    private static Stream<Arrival<Integer>> randomArrivals(long seed) {
        var random = new SplittableRandom(seed);
        long[] nanos = {NOW};
        return IntStream.range(0, 2_000)
                .mapToObj(i -> arrival(
                        i, nanos[0] += random.nextInt(3) == 0 ? random.nextInt(400) : 0, "/" + random.nextInt(1_200)));
    }

    @SafeVarargs
    private static List<String> tell(Arrival<Integer>... arrivals) {
        return run(Stream.of(arrivals)).stream().map(SimulationTest::told).toList();
    }

    private static String told(Answer<Integer> answer) {
        long nanos = answer.endNanos() - answer.beginNanos();
        return answer.tag() + ": " + answer.response().body().utf8() + " at " + nanos;
    }

    private static Arrival<Integer> arrival(int tag, long nanos, String target) {
        return new Arrival<>(nanos, new HttpRequest("GET", target, Headers.NONE, Body.EMPTY, "127.0.0.1"), tag);
    }

    private static List<Answer<Integer>> run(Stream<Arrival<Integer>> arrivals) {
        var answers = new ArrayList<Answer<Integer>>();
        new Simulation<>(new ScriptedGateway(), arrivals.iterator(), answers::add).run();
        return answers;
    }
}
