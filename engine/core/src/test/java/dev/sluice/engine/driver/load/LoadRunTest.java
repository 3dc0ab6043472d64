package dev.sluice.engine.driver.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.driver.live.WallClock;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.traffic.ArrivalPattern;
import dev.sluice.engine.traffic.ClientGroup;
import dev.sluice.engine.traffic.LoadScenario;
import dev.sluice.engine.traffic.RequestTemplate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadRunTest {
    private static final WallClock CLOCK = WallClock.system();
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private static ClientGroup group(String name, ArrivalPattern arrivals, String method, long timeoutNanos) {
        var request = new RequestTemplate(method, "/" + name, Headers.of("x-api-key", name), Body.EMPTY);
        return new ClientGroup(name, arrivals, request, timeoutNanos);
    }

    private static ClientGroup constant(String name, double perSecond) {
        return group(name, new ArrivalPattern.Constant(perSecond), "GET", 20 * SECOND);
    }

    private static LoadScenario scenario(long durationNanos, ClientGroup... groups) {
        return new LoadScenario("test", durationNanos, 1, List.of(groups));
    }

    private static LoadSnapshot end(LoadRun run) throws Exception {
        LoadSnapshot last = run.done().get(30, TimeUnit.SECONDS);
        for (GroupCounts counts : last.groups()) {
            assertEquals(counts.intended(), counts.sent() + counts.dropped(), counts::toString);
            assertEquals(counts.sent(), counts.answered() + counts.failed(), counts::toString);
            assertEquals(counts.answered(), counts.response().count(), counts::toString);
        }
        return last;
    }

    @Test
    void everyFireTimeOfTheScheduleBecomesOneRequest() throws Exception {
        try (var server = new AnsweringServer(line -> AnsweringServer.OK)) {
            long duration = SECOND / 5;
            var poisson = group("many", new ArrivalPattern.Poisson(1_000), "GET", 20 * SECOND);
            var schedule = poisson.arrivals().schedule(2); // seed of the second group
            int expected = 0;
            while (schedule.nextNanos() < duration) {
                expected++;
            }
            try (var run = LoadRun.start(scenario(duration, constant("few", 500), poisson), server.target(), CLOCK)) {
                LoadSnapshot last = end(run);
                assertEquals(LoadSnapshot.State.FINISHED, last.state());
                assertEquals(100, last.groups().get(0).ok());
                assertEquals(expected, last.groups().get(1).ok());
                assertEquals(100 + expected, last.sendLag().count());
                assertEquals("", last.note());
                assertTrue(last.elapsedNanos() >= duration);
                assertTrue(last.response().maxNanos() >= last.service().p50Nanos());
            }
        }
    }

    @Test
    void theRequestIsSentAsTheTemplateSays() throws Exception {
        try (var server = new AnsweringServer(line -> AnsweringServer.OK);
                var run = LoadRun.start(scenario(SECOND / 100, constant("silver", 10)), server.target(), CLOCK)) {
            end(run);
            assertEquals(
                    "GET /prod/silver HTTP/1.1\nHost: localhost:"
                            + server.target().port() + "\nx-api-key: silver\n\n",
                    server.nextHead());
        }
    }

    @Test
    void answersAreCountedByKind() throws Exception {
        try (var server = new AnsweringServer(line -> switch (line.split(" ")[1]) {
            case "/prod/throttled" ->
                "HTTP/1.1 429 x\r\nx-amzn-ErrorType: TooManyRequestsException\r\nContent-Length: 0\r\n\r\n";
            case "/prod/quota" ->
                "HTTP/1.1 429 x\r\nX-Amzn-Errortype: LimitExceededException\r\nContent-Length: 0\r\n\r\n";
            case "/prod/client" -> "HTTP/1.1 403 x\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n";
            case "/prod/server" -> "HTTP/1.1 502 x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            case "/prod/head" -> "HTTP/1.1 200 x\r\nContent-Length: 1000\r\n\r\n";
            case "/prod/nonsense" -> "nonsense\r\n\r\n";
            default -> "HTTP/1.1 100 Continue\r\n\r\n" + AnsweringServer.OK;
        })) {
            var head = group("head", new ArrivalPattern.Constant(100), "HEAD", 20 * SECOND);
            var run = LoadRun.start(
                    scenario(
                            SECOND / 10,
                            constant("throttled", 100),
                            constant("quota", 100),
                            constant("client", 100),
                            constant("server", 100),
                            head,
                            constant("nonsense", 100),
                            constant("ok", 100)),
                    server.target(),
                    CLOCK);
            List<GroupCounts> groups = end(run).groups();
            assertEquals(10, groups.get(0).throttled());
            assertEquals(10, groups.get(1).overQuota());
            assertEquals(10, groups.get(2).clientErrors());
            assertEquals(10, groups.get(3).serverErrors());
            assertEquals(10, groups.get(4).ok());
            assertEquals(10, groups.get(5).failed());
            assertEquals(10, groups.get(6).ok());
        }
    }

    @Test
    void whatFindsNoConnectionIsDroppedAndSaidSo() throws Exception {
        var limits = new LoadLimits(5_000, MINUTE, 2, 3);
        try (var server = new AnsweringServer(line -> "");
                var run = LoadRun.start(
                        scenario(SECOND / 10, group("stuck", new ArrivalPattern.Constant(200), "GET", SECOND / 2)),
                        server.target(),
                        CLOCK,
                        limits)) {
            LoadSnapshot last = end(run);
            GroupCounts counts = last.groups().get(0);
            assertEquals(20, counts.intended());
            assertTrue(counts.dropped() >= 15, counts::toString);
            assertEquals(0, counts.answered());
            assertEquals(counts.dropped() + " requests were not sent: all 2 connections were in use.", last.note());
        }
    }

    @Test
    void anAnswerThatDoesNotComeInTimeHasFailed() throws Exception {
        try (var server = new AnsweringServer(line -> "");
                var run = LoadRun.start(
                        scenario(SECOND / 20, group("slow", new ArrivalPattern.Constant(100), "GET", SECOND / 10)),
                        server.target(),
                        CLOCK)) {
            assertEquals(5, end(run).groups().get(0).failed());
        }
    }

    @Test
    void stoppingFiresNoMore() throws Exception {
        try (var server = new AnsweringServer(line -> AnsweringServer.OK, 50);
                var run = LoadRun.start(scenario(MINUTE, constant("x", 1_000)), server.target(), CLOCK)) {
            server.awaitAsked();
            assertEquals(LoadSnapshot.State.RUNNING, run.snapshot().state());
            run.stop();
            LoadSnapshot last = end(run);
            assertEquals(LoadSnapshot.State.FINISHED, last.state());
            assertTrue(last.groups().get(0).ok() >= 50);
            assertEquals(last, run.snapshot());
        }
    }

    @Test
    void closingEndsRequestsInFlight() throws Exception {
        try (var server = new AnsweringServer(line -> "", 20)) {
            var run = LoadRun.start(scenario(MINUTE, constant("x", 1_000)), server.target(), CLOCK);
            server.awaitAsked();
            run.close();
            GroupCounts counts = end(run).groups().get(0);
            assertTrue(counts.failed() >= 20, counts::toString);
            run.close();
            run.stop();
        }
    }

    @Test
    void aTargetThatGoesAwayFailsTheRun() throws Exception {
        var server = new AnsweringServer(line -> AnsweringServer.OK, 50);
        try (var run = LoadRun.start(scenario(MINUTE, constant("x", 500)), server.target(), CLOCK)) {
            server.awaitAsked();
            server.close();
            LoadSnapshot last = end(run);
            assertEquals(LoadSnapshot.State.FAILED, last.state());
            assertEquals(
                    "Nothing answers on localhost:" + server.target().port() + ": start the listener and run again.",
                    last.note());
            assertTrue(last.groups().get(0).failed() > 0);
        }
    }

    @Test
    void aChangeOfRateTakesEffectAtOnce() throws Exception {
        try (var server = new AnsweringServer(line -> AnsweringServer.OK, 50);
                var run = LoadRun.start(
                        scenario(MINUTE, constant("x", 0.01), constant("y", 0)), server.target(), CLOCK)) {
            run.changeRate("y", 1_000);
            server.awaitAsked();
            run.stop();
            List<GroupCounts> groups = end(run).groups();
            assertEquals(1, groups.get(0).ok());
            assertTrue(groups.get(1).ok() >= 49);
        }
    }

    @Test
    void aChangeToAnUnknownGroupOrBeyondTheLimitIsRefused() throws Exception {
        try (var server = new AnsweringServer(line -> AnsweringServer.OK);
                var run = LoadRun.start(
                        scenario(MINUTE, constant("x", 1), constant("y", 4_000)), server.target(), CLOCK)) {
            assertThrows(IllegalArgumentException.class, () -> run.changeRate("z", 1));
            assertThrows(IllegalArgumentException.class, () -> run.changeRate("x", 1_001));
            run.changeRate("x", 1_000);
            assertThrows(IllegalArgumentException.class, () -> run.changeRate("x", Double.NaN));
        }
    }

    @Test
    void moreThanTheLimitsIsRefused() throws Exception {
        var target = new LoadTarget("127.0.0.1", 1, "");
        var tooFast = scenario(SECOND, constant("x", 5_001));
        var tooLong = scenario(601 * SECOND, constant("x", 1));
        assertThrows(IllegalArgumentException.class, () -> LoadRun.start(tooFast, target, CLOCK));
        assertThrows(IllegalArgumentException.class, () -> LoadRun.start(tooLong, target, CLOCK));
    }
}
