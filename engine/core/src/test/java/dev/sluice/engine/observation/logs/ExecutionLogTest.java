package dev.sluice.engine.observation.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionLogTest {
    private static List<String> lines(LoggingLevel level, boolean dataTrace, String method, String path, String body) {
        var watched = new ObservedEngine(new Watch(level, dataTrace, false, false, ""));
        watched.send(method, path, body, "Authorization", "secret-1234567");
        String start = "(" + watched.newest().requestId() + ") ";
        List<String> lines = ExecutionLog.lines(watched.newest()).stream()
                .map(LogLine::message)
                .toList();
        assertTrue(lines.stream().allMatch(line -> line.startsWith(start)), lines.toString());
        return lines.stream().map(line -> line.substring(start.length())).toList();
    }

    private static List<String> starts(List<String> lines) {
        return lines.stream()
                .map(line -> line.contains(":") ? line.substring(0, line.indexOf(':')) : line)
                .toList();
    }

    @Test
    void infoWithoutDataTraceShowsTheStepsButNeitherHeadersNorBodies() {
        assertEquals(
                List.of(
                        "Extended Request Id",
                        "Verifying Usage Plan for request",
                        "API Key  authorized because method 'POST /function' does not require API Key. Request will not"
                                + " contribute to throttle or quota limits",
                        "Usage Plan check succeeded for API Key  and API Stage a1b2c3d4e5/prod",
                        "Starting execution for request",
                        "HTTP Method",
                        "Received response. Status",
                        "Successfully completed execution",
                        "Method completed with status"),
                starts(lines(LoggingLevel.INFO, false, "POST", "/function", "{}")));
    }

    @Test
    void dataTraceAddsWhatWasSentAndReceivedWithSecretsStarred() {
        List<String> lines = lines(LoggingLevel.INFO, true, "POST", "/function", "{\"a\": 1}");
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.startsWith("Method request headers: {Authorization=********234567, ")),
                lines.toString());
        assertTrue(lines.contains("Method request body before transformations: {\"a\": 1}"), lines.toString());
        assertTrue(lines.contains("Method response body after transformations: made"), lines.toString());
        assertEquals(21, lines.size(), lines.toString());
    }

    @Test
    void levelErrorShowsFailuresOnlyAndLevelOffNothing() {
        assertEquals(List.of(), lines(LoggingLevel.ERROR, true, "GET", "/pets/1", ""));
        assertEquals(
                List.of(
                        "Execution failed due to a network error communicating with endpoint",
                        "Method completed with status: 504"),
                lines(LoggingLevel.ERROR, true, "GET", "/unreachable", ""));
        assertEquals(List.of(), lines(LoggingLevel.OFF, true, "GET", "/unreachable", ""));
    }

    @Test
    void aLineIsCutAtTenTwentyFourBytesBetweenCharacters() {
        for (String letter : List.of("a", "é", "€", "😀")) {
            List<String> lines = lines(LoggingLevel.INFO, true, "POST", "/function", letter.repeat(1_500));
            String body = lines.stream()
                    .filter(line -> line.startsWith("Method request body"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(body.endsWith(letter + " [TRUNCATED]"), body);
            int bytes = ("(" + "x".repeat(36) + ") " + body).getBytes(StandardCharsets.UTF_8).length;
            assertTrue(bytes <= 1_024 && bytes > 1_020, "bytes " + bytes);
        }
    }

    @Test
    void groupsAreNamedAsCloudWatchNamesThemAndACanaryHasItsOwn() {
        assertEquals(
                "API-Gateway-Execution-Logs_a/prod/Canary",
                ExecutionLog.group(Place.ofStage(Place.Kind.REST, Account.DEFAULT, "a", "n", "prod", true)));
        var watched = new ObservedEngine(new Watch(LoggingLevel.INFO, false, false, false, ""));
        watched.get("/pets/1");
        LogStore logs = watched.engine().observation().logs();
        assertEquals(List.of("API-Gateway-Execution-Logs_a1b2c3d4e5/prod"), logs.groups());
        LogGroup group = logs.group("/aws/api-gateway/a1b2c3d4e5/prod").orElseThrow();
        assertTrue(group.stream().matches("[0-9a-f]{32}"), group.stream());
        LogGroup.Page page = group.read(0, 10);
        assertEquals(ExecutionLog.lines(watched.newest()), page.lines());
        assertEquals(List.of(), group.read(page.nextCursor(), 10).lines());
    }
}
