package dev.sluice.engine.observation.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.journal.CacheUse;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long START = ObservedEngine.START - Math.floorMod(ObservedEngine.START, MINUTE);
    private static final Map<String, String> STAGE = Map.of("ApiName", "watched", "Stage", "prod");

    @Test
    void everyRequestCountsForItsApiAndItsStage() {
        var watched = new ObservedEngine(Watch.NOTHING);
        watched.get("/pets/1");
        watched.get("/broken");
        watched.get("/nowhere");
        Metrics metrics = watched.engine().observation().metrics();
        for (Map<String, String> dimensions : List.of(STAGE, Map.of("ApiName", "watched"))) {
            assertEquals(3, metrics.sum(new MetricName("Count", dimensions)));
            assertEquals(1, metrics.sum(new MetricName("4XXError", dimensions)));
            assertEquals(1, metrics.sum(new MetricName("5XXError", dimensions)));
        }
    }

    @Test
    void aMethodHasMetricsOfItsOwnOnlyWhereDetailedMetricsAreOn() {
        var method = new MetricName(
                "Count", Map.of("ApiName", "watched", "Stage", "prod", "Method", "GET", "Resource", "/pets/{petId}"));
        var plain = new ObservedEngine(Watch.NOTHING);
        plain.get("/pets/1");
        assertEquals(0, plain.engine().observation().metrics().sum(method));
        assertFalse(plain.engine().observation().metrics().list().contains(method));

        var detailed = new ObservedEngine(new Watch(LoggingLevel.OFF, false, true, false, ""));
        detailed.get("/pets/1");
        detailed.get("/pets/2");
        assertEquals(2, detailed.engine().observation().metrics().sum(method));
        assertTrue(detailed.engine().observation().metrics().list().contains(method));
    }

    @Test
    void aRequestThatReachesNoApiCountsForNobody() {
        var watched = new ObservedEngine(Watch.NOTHING);
        watched.run(watched.engine()
                .gateway()
                .open(new dev.sluice.engine.http.HttpRequest(
                        "GET", "/", dev.sluice.engine.http.Headers.NONE, dev.sluice.engine.http.Body.EMPTY, "")));
        assertEquals(List.of(), watched.engine().observation().metrics().list());
    }

    @Test
    void theAverageOfErrorsIsTheirRateAndIntegrationLatencyCountsCallsOnly() {
        var metrics = new Metrics();
        for (int i = 0; i < 10; i++) {
            metrics.read(record(place("prod"), START + i, 20_000_000, i < 4 ? 8_000_000 : -1, i < 3 ? 404 : 200));
        }
        Datapoint errors = only(metrics, "4XXError");
        assertEquals(10, errors.sampleCount());
        assertEquals(0.3, errors.average());
        assertEquals(0, errors.percentile(50));
        assertEquals(1, errors.percentile(90));
        assertEquals(4, only(metrics, "IntegrationLatency").sampleCount());
        assertEquals(20, only(metrics, "Latency").average());
    }

    @Test
    void percentilesAgreeWithSortedSamplesOverMinutesAndPlaces() {
        var random = new SplittableRandom(5);
        var metrics = new Metrics();
        var all = new ArrayList<Double>();
        for (int i = 0; i < 20_000; i++) {
            long nanos = (long) (Math.exp(random.nextDouble() * 12) * 10_000);
            Place place = random.nextBoolean() ? place("prod") : place("prod").method("r", "/x", "GET", false);
            metrics.read(record(place, START + random.nextInt(5) * MINUTE + random.nextLong(MINUTE), nanos, -1, 200));
            all.add(nanos / 1e6);
        }
        Collections.sort(all);
        List<Datapoint> points = metrics.statistics(new MetricName("Latency", STAGE), START, START + 20 * MINUTE, 360);
        double sum = points.stream().mapToDouble(Datapoint::sum).sum();
        assertEquals(all.stream().mapToDouble(Double::doubleValue).sum(), sum, sum * 1e-9);
        Datapoint point = points.getFirst();
        assertEquals(1, points.size());
        assertEquals(all.getFirst(), point.minimum());
        assertEquals(all.getLast(), point.maximum());
        for (double percent : new double[] {10, 50, 90, 99, 99.9}) {
            double exact = all.get((int) Math.ceil(percent / 100 * all.size()) - 1);
            assertEquals(exact, point.percentile(percent), exact * 0.02 + 0.001, "p" + percent);
        }
    }

    @Test
    void minutesComeOldestFirstAndOldOnesAreForgotten() {
        var metrics = new Metrics();
        for (int minute = 0; minute < Metrics.MINUTES + 10; minute++) {
            metrics.read(record(place("prod"), START + minute * MINUTE, 0, -1, 200));
        }
        var name = new MetricName("Count", STAGE);
        assertEquals(Metrics.MINUTES, metrics.sum(name));
        List<Datapoint> points = metrics.statistics(name, START, START + 15 * MINUTE, 1);
        assertEquals(5, points.size());
        assertEquals(START + 10 * MINUTE, points.getFirst().startNanos());
    }

    @Test
    void httpApisHaveNamesOfTheirOwn() {
        var metrics = new Metrics();
        Place place = Place.ofStage(Place.Kind.HTTP, Account.DEFAULT, "h1", "web", "$default", false);
        metrics.read(record(place.method("", "/x", "GET /x", true), START, 0, -1, 500));
        var route = Map.of("ApiId", "h1", "Stage", "$default", "Route", "GET /x");
        assertEquals(1, metrics.sum(new MetricName("5xx", route)));
        assertEquals(1, metrics.sum(new MetricName("Count", Map.of("ApiId", "h1"))));
        assertEquals(30, metrics.sum(new MetricName("DataProcessed", Map.of("ApiId", "h1"))));
        assertEquals(0, metrics.sum(new MetricName("5XXError", route)));
    }

    private static Datapoint only(Metrics metrics, String name) {
        List<Datapoint> points = metrics.statistics(new MetricName(name, STAGE), START, START + MINUTE, 1);
        assertEquals(1, points.size());
        return points.getFirst();
    }

    private static Place place(String stage) {
        return Place.ofStage(Place.Kind.REST, Account.DEFAULT, "a", "watched", stage, false);
    }

    private static ExchangeRecord record(Place place, long endNanos, long latency, long integration, int status) {
        return new ExchangeRecord(
                0,
                "",
                "",
                "",
                place,
                "GET",
                "/",
                "",
                endNanos - latency,
                endNanos,
                integration,
                "",
                status,
                10,
                20,
                CacheUse.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
