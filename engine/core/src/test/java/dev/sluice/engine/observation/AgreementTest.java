package dev.sluice.engine.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import dev.sluice.engine.observation.logs.LogLine;
import dev.sluice.engine.observation.metrics.MetricName;
import dev.sluice.engine.observation.tracing.SegmentDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Logs, metrics and traces are readers of one journal: over any traffic they tell the same story. */
class AgreementTest {
    private static final int REQUESTS = 3_000;
    private static final List<String> PATHS =
            List.of("/pets/1", "/pets/2?x=1", "/broken", "/unreachable", "/nowhere", "/function");

    @Test
    void overRandomTrafficTheSumsOfLogsMetricsAndTracesAgree() {
        for (long seed = 1; seed <= 3; seed++) {
            agree(seed);
        }
    }

    private static void agree(long seed) {
        var watched = new ObservedEngine(
                new Watch(
                        LoggingLevel.INFO,
                        true,
                        true,
                        true,
                        "$context.requestId $context.status $context.responseLength"),
                Optional.of(new ThrottleSettings("40", 20)));
        var random = new SplittableRandom(seed);
        var statuses = new TreeMap<Integer, Integer>();
        for (int i = 0; i < REQUESTS; i++) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            HttpResponse response = watched.send(path.equals("/function") ? "POST" : "GET", path, "");
            statuses.merge(response.status(), 1, Integer::sum);
            watched.pass(random.nextLong(20_000_000L));
        }
        accessLogAgrees(watched, statuses);
        metricsAgree(watched, statuses);
        executionLogAgrees(watched);
        tracesAgree(watched);
        assertTrue(statuses.size() >= 5, statuses.toString());
    }

    private static void accessLogAgrees(ObservedEngine watched, Map<Integer, Integer> statuses) {
        var inLog = new TreeMap<Integer, Integer>();
        lines(watched, "access")
                .forEach(line -> inLog.merge(Integer.valueOf(line.message().split(" ")[1]), 1, Integer::sum));
        assertEquals(statuses, inLog);
    }

    private static void metricsAgree(ObservedEngine watched, Map<Integer, Integer> statuses) {
        var stage = Map.of("ApiName", "watched", "Stage", "prod");
        assertEquals(REQUESTS, sum(watched, "Count", stage));
        assertEquals(between(statuses, 400, 500), sum(watched, "4XXError", stage));
        assertEquals(between(statuses, 500, 600), sum(watched, "5XXError", stage));
        var metrics = watched.engine().observation().metrics();
        double ofMethods = metrics.list().stream()
                .filter(name ->
                        name.metricName().equals("Count") && name.dimensions().containsKey("Resource"))
                .mapToDouble(metrics::sum)
                .sum();
        long found = records(watched).stream()
                .filter(record -> record.place().hasMethod())
                .count();
        assertEquals(found, ofMethods);
    }

    private static void executionLogAgrees(ObservedEngine watched) {
        var completed = new TreeMap<String, Integer>();
        lines(watched, "API-Gateway-Execution-Logs_a1b2c3d4e5/prod").stream()
                .map(LogLine::message)
                .filter(line -> line.contains(") Method completed with status: "))
                .forEach(line -> completed.merge(line.substring(line.lastIndexOf(' ') + 1), 1, Integer::sum));
        var recorded = new TreeMap<String, Integer>();
        records(watched).stream()
                .filter(record -> record.place().hasMethod())
                .forEach(record -> recorded.merge(Integer.toString(record.status()), 1, Integer::sum));
        assertEquals(recorded, completed);
    }

    private static void tracesAgree(ObservedEngine watched) {
        List<ExchangeRecord> traced =
                watched.engine().observation().traces().read(0, REQUESTS).records();
        assertTrue(traced.size() > 50, () -> "traced " + traced.size());
        assertEquals(
                records(watched).stream()
                        .filter(record -> record.trace().isPresent())
                        .toList(),
                traced);
        for (ExchangeRecord record : traced) {
            var segment = JsonMapper.shared().readTree(SegmentDocument.of(record));
            assertEquals(record.status(), segment.at("/http/response/status").asInt());
            assertEquals(
                    record.requestId(),
                    segment.at("/aws/api_gateway/request_id").asString());
            assertEquals(record.integrationNanos() >= 0, segment.has("subsegments"));
        }
    }

    private static List<ExchangeRecord> records(ObservedEngine watched) {
        return watched.engine().journal().read(0, REQUESTS).records();
    }

    private static List<LogLine> lines(ObservedEngine watched, String group) {
        return watched.engine()
                .observation()
                .logs()
                .group(group)
                .orElseThrow()
                .read(0, REQUESTS)
                .lines();
    }

    private static double sum(ObservedEngine watched, String metric, Map<String, String> dimensions) {
        return watched.engine().observation().metrics().sum(new MetricName(metric, dimensions));
    }

    private static int between(Map<Integer, Integer> statuses, int from, int to) {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() < to)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
