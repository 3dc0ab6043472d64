package dev.sluice.engine.observation.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.observation.ObservedEngine;
import dev.sluice.engine.observation.ObservedEngine.Watch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AccessLogTest {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static ObservedEngine engine(String format) {
        return new ObservedEngine(new Watch(LoggingLevel.OFF, false, false, false, format));
    }

    private static String line(ObservedEngine watched) {
        LogGroup group = watched.engine().observation().logs().group("access").orElseThrow();
        return group.read(0, 1_000).lines().getLast().message();
    }

    @Test
    void commonLogFormatIsAsDocumented() {
        var watched = engine(AccessLog.CLF);
        watched.get("/pets/7");
        assertTrue(
                line(watched)
                        .matches("192\\.0\\.2\\.7 - - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000] "
                                + "\"GET /pets/\\{petId} HTTP/1\\.1\" 200 11 " + UUID + " [\\w-]{15}="),
                line(watched));
    }

    @Test
    void theOtherDocumentedFormatsHoldTheSameFields() {
        var json = engine(AccessLog.JSON);
        json.get("/pets/7");
        var object = JsonMapper.shared().readTree(line(json));
        assertEquals("200", object.path("status").asString());
        assertEquals("/pets/{petId}", object.path("resourcePath").asString());
        var csv = engine(AccessLog.CSV);
        csv.get("/pets/7");
        assertEquals(11, line(csv).split(",").length);
        var xml = engine(AccessLog.XML);
        xml.get("/pets/7");
        assertTrue(line(xml).contains("<caller>-</caller>"), line(xml));
        for (String format : List.of(AccessLog.CLF, AccessLog.JSON, AccessLog.XML, AccessLog.CSV)) {
            assertEquals(List.of(), AccessLogFormat.faults(format));
        }
    }

    @Test
    void aRefusedRequestHasItsLineWithTheError() {
        var watched = new ObservedEngine(
                new Watch(
                        LoggingLevel.OFF,
                        false,
                        false,
                        false,
                        "$context.requestId $context.status $context.error.responseType $context.error.message"
                                + " $context.error.messageString $context.integrationLatency"),
                Optional.of(new ThrottleSettings("1", 1)));
        watched.get("/pets/1");
        watched.get("/pets/1");
        assertTrue(line(watched).endsWith(" 429 THROTTLED Too Many Requests \"Too Many Requests\" -"), line(watched));
        watched.get("/nowhere");
        assertTrue(line(watched).contains(" 403 MISSING_AUTHENTICATION_TOKEN "), line(watched));
    }

    @Test
    void theIntegrationsFactsAreThoseOfTheServiceAndOfTheFunction() {
        var watched = engine("$context.requestId $context.integrationStatus $context.integration.integrationStatus "
                + "$context.integration.status $context.integration.latency $context.responseLatency $context.status");
        watched.send("POST", "/function", "{}");
        assertTrue(line(watched).endsWith(" 200 200 201 12 12 201"), line(watched));
        watched.get("/unreachable");
        assertTrue(line(watched).endsWith(" - - - 12 12 504"), line(watched));
    }

    @Test
    void theAuthorizersFactsAreThereOnceItWasCalled() {
        var watched = engine("$context.requestId $context.authorizer.principalId $context.authorizer.team "
                + "$context.authorizer.integrationStatus $context.authorizer.status $context.authorizer.latency "
                + "$context.authorizer.error $context.authorize.status $context.authenticate.status");
        watched.get("/guarded", "Authorization", "letmein");
        assertTrue(line(watched).endsWith(" user blue 200 200 12 - 200 -"), line(watched));
        watched.get("/guarded");
        assertTrue(line(watched).endsWith(" - - - - - - - -"), line(watched));
        watched.get("/pets/1");
        assertTrue(line(watched).endsWith(" - - - - - - - -"), line(watched));
    }

    @Test
    void whatIsUnknownOrUnsetPrintsADashAndAStrayDollarStays() {
        var watched = engine(
                "$context.requestId|$context.nothing|$context.identity.user|$context.xrayTraceId|$9.$context.status.");
        watched.get("/pets/1");
        assertTrue(line(watched).endsWith("|-|-|-|$9.200."), line(watched));
    }

    @Test
    void aHeaderCannotForgeASecondLine() {
        var watched = engine("$context.requestId\n$context.identity.userAgent");
        watched.get("/pets/1", "User-Agent", "a\nb\u0001");
        assertTrue(line(watched).endsWith(" a\\nb\\u0001"), line(watched));
    }

    @Test
    void aFormatWithoutARequestIdOrOfMoreThanThreeKilobytesIsFaulty() {
        assertEquals(1, AccessLogFormat.faults("$context.status").size());
        assertEquals(List.of(), AccessLogFormat.faults("$context.extendedRequestId"));
        assertEquals(
                1,
                AccessLogFormat.faults("$context.requestId " + "x".repeat(3_072))
                        .size());
    }

    @Test
    void theGroupIsThatOfTheDestination() {
        assertEquals("a/b", AccessLog.group("arn:aws:logs:us-east-1:123456789012:log-group:a/b:*"));
        assertEquals(
                "amazon-apigateway-x",
                AccessLog.group("arn:aws:firehose:us-east-1:123456789012:deliverystream/amazon-apigateway-x"));
    }
}
