package dev.sluice.engine.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stages and deployments over the wire: what AWS answers, and that limits change for requests at once. */
class StageWireTest {
    private static final String API = "/restapis/a1b2c3d4e5";
    private static final String PROD = API + "/stages/prod";
    private final ControlClient client = ControlClient.ofArticle();

    @Test
    void theArticlesPatchesChangeTheLimitsThatRequestsMeet() {
        JsonNode changed = patch(
                PROD,
                "{\"op\":\"replace\",\"path\":\"/*/*/throttling/rateLimit\",\"value\":\"5000\"},"
                        + "{\"op\":\"replace\",\"path\":\"/*/*/throttling/burstLimit\",\"value\":\"0\"}");
        JsonNode all = changed.path("methodSettings").path("*/*");
        assertEquals(5000.0, all.path("throttlingRateLimit").doubleValue());
        assertEquals(0, all.path("throttlingBurstLimit").intValue());
        assertEquals(429, get("/prod/orders", "gold-key-0000000000000001"));
    }

    @Test
    void aMethodIsNamedInEverySpelling() {
        String[] spellings = {
            "/~1users~1{id}/GET", "/users/{id}/GET", "~1users~1{id}/GET", "users/{id}/GET", "//users/{id}/GET"
        };
        int burst = 10;
        for (String spelling : spellings) {
            burst++;
            JsonNode changed = patch(PROD, replace(spelling + "/throttling/burstLimit", Integer.toString(burst)));
            assertEquals(
                    burst,
                    changed.path("methodSettings")
                            .path("users/{id}/GET")
                            .path("throttlingBurstLimit")
                            .intValue(),
                    spelling);
        }
        JsonNode root = patch(PROD, replace("/~1/GET/throttling/rateLimit", "1.500000"));
        assertEquals(
                1.5,
                root.path("methodSettings")
                        .path("/GET")
                        .path("throttlingRateLimit")
                        .doubleValue());
    }

    @Test
    void aNewEntryCopiesAllMethodsAndIsThenItsOwn() {
        client.call(201, "POST", API + "/deployments", "{\"stageName\":\"fresh\"}");
        String fresh = API + "/stages/fresh";
        JsonNode first = patch(fresh, replace("/*/*/caching/enabled", "true"));
        assertEquals(
                "{\"metricsEnabled\":false,\"dataTraceEnabled\":false,\"throttlingBurstLimit\":"
                        + burst() + ",\"throttlingRateLimit\":" + rate()
                        + ",\"cachingEnabled\":true,\"cacheTtlInSeconds\":300,\"cacheDataEncrypted\":false,"
                        + "\"requireAuthorizationForCacheControl\":true,"
                        + "\"unauthorizedCacheControlHeaderStrategy\":\"SUCCEED_WITH_RESPONSE_HEADER\"}",
                first.path("methodSettings").path("*/*").toString());
        patch(fresh, replace("/test/GET/throttling/burstLimit", "124"));
        JsonNode last = patch(fresh, replace("/*/*/caching/enabled", "false"));
        JsonNode test = last.path("methodSettings").path("test/GET");
        assertTrue(test.path("cachingEnabled").booleanValue());
        assertEquals(124, test.path("throttlingBurstLimit").intValue());
        patch(fresh, "{\"op\":\"remove\",\"path\":\"/*/*\"}");
        assertEquals(
                "BadRequestException | Cannot remove method setting */* because there is no method setting for this method ",
                error(fresh, "{\"op\":\"remove\",\"path\":\"/*/*\"}"));
    }

    @Test
    void minusOneTakesTheLimitAway() {
        JsonNode changed = patch(PROD, replace("/users/GET/throttling/burstLimit", "-1"));
        assertEquals(
                -1,
                changed.path("methodSettings")
                        .path("users/GET")
                        .path("throttlingBurstLimit")
                        .intValue());
    }

    @Test
    void aWrongPathChangesNothingOfTheWholeUpdate() {
        String before = client.call(200, "GET", PROD, "").toString();
        String error = error(PROD, replace("/description", "new") + "," + replace("/tags/tag1", "x"));
        assertTrue(
                error.startsWith("BadRequestException | Invalid method setting path: /tags/tag1. Must be one of: ["));
        assertEquals(before, client.call(200, "GET", PROD, "").toString());
        for (String hopeless : new String[] {
            "/throttling/rateLimit",
            "/methodSettings/*/*/throttling/rateLimit",
            "/~1/throttling/rateLimit",
            "/orders~1POST/throttling/rateLimit",
            "/*/*/throttlingRateLimit",
            "/*/*/throttling/rate",
            "",
            "/",
            "///"
        }) {
            assertTrue(error(PROD, replace(hopeless, "5")).contains("Invalid method setting path: "), hopeless);
        }
    }

    @Test
    void accessLogsCanariesAndVariablesFollowTheirRules() {
        assertEquals(
                "BadRequestException | Access Log value must not be empty",
                error(PROD, replace("/accessLogSettings/format", "")));
        assertEquals(
                "BadRequestException | Cannot remove method setting accessLogSettings/destinationArn because there is"
                        + " no method setting for this method ",
                error(PROD, "{\"op\":\"remove\",\"path\":\"/accessLogSettings/destinationArn\"}"));
        assertEquals(
                "BadRequestException | Invalid add operation with path: /canarySettings/deploymentId",
                error(PROD, "{\"op\":\"add\",\"path\":\"/canarySettings/deploymentId\",\"value\":\"x\"}"));
        assertEquals(
                "BadRequestException | Promotion not available. Canary does not exist.",
                error(PROD, "{\"op\":\"copy\",\"path\":\"/deploymentId\",\"from\":\"/canarySettings/deploymentId\"}"));
        JsonNode changed = patch(
                PROD,
                replace("/variables/a", "b") + "," + replace("/tracingEnabled", "true") + ","
                        + replace("/cacheClusterEnabled", "true") + "," + replace("/cacheClusterSize", "1.6"));
        assertEquals("b", changed.path("variables").path("a").stringValue());
        assertEquals("1.6", changed.path("cacheClusterSize").stringValue());
    }

    @Test
    void aCanaryIsDeployedAndPromoted() {
        JsonNode canary = client.call(
                201,
                "POST",
                API + "/deployments",
                "{\"stageName\":\"prod\",\"canarySettings\":{\"percentTraffic\":10,"
                        + "\"stageVariableOverrides\":{\"v\":\"2\"}}}");
        String id = canary.path("id").stringValue();
        JsonNode promoted = patch(
                PROD,
                "{\"op\":\"copy\",\"path\":\"/deploymentId\",\"from\":\"/canarySettings/deploymentId\"},"
                        + "{\"op\":\"copy\",\"path\":\"/variables\",\"from\":\"/canarySettings/stageVariableOverrides\"},"
                        + "{\"op\":\"remove\",\"path\":\"/canarySettings\"}");
        assertEquals(id, promoted.path("deploymentId").stringValue());
        assertEquals("2", promoted.path("variables").path("v").stringValue());
        assertFalse(promoted.has("canarySettings"));
        assertEquals(
                "BadRequestException | Active stages pointing to this deployment must be moved or deleted",
                client.error("DELETE", API + "/deployments/" + id, ""));
    }

    @Test
    void aStageIsMadeListedFlushedAndDeleted() {
        String deployment = client.call(200, "GET", API + "/deployments?limit=1", "")
                .path("item")
                .path(0)
                .path("id")
                .stringValue();
        JsonNode made = client.call(
                201,
                "POST",
                API + "/stages",
                "{\"stageName\":\"qa\",\"deploymentId\":\"" + deployment + "\",\"tags\":{\"a\":\"b\"}}");
        assertEquals(
                "{\"deploymentId\":\"" + deployment + "\",\"stageName\":\"qa\",\"cacheClusterEnabled\":false,"
                        + "\"cacheClusterStatus\":\"NOT_AVAILABLE\",\"tracingEnabled\":false,\"createdDate\":1795000000,"
                        + "\"lastUpdatedDate\":1795000000,\"methodSettings\":{},\"tags\":{\"a\":\"b\"}}",
                made.toString());
        client.call(202, "DELETE", API + "/stages/qa/cache/data", "");
        client.call(202, "DELETE", API + "/stages/qa/cache/authorizers", "");
        client.call(202, "DELETE", API + "/stages/qa", "");
        assertEquals(
                "NotFoundException | Invalid Stage identifier specified", client.error("GET", API + "/stages/qa", ""));
        client.engine.control().undo(ControlClient.NOW);
        client.call(200, "GET", API + "/stages/qa", "");
        client.engine.control().redo(ControlClient.NOW);
        client.error("GET", API + "/stages/qa", "");
    }

    @Test
    void wrongOperationsAreAllNamed() {
        assertEquals(
                "ValidationException | 1 validation error detected: Value 'wrong' at"
                        + " 'updateStageInput.patchOperations.1.member.op' failed to satisfy constraint: Member must"
                        + " satisfy enum value set: [add, remove, move, test, replace, copy]",
                error(PROD, "{\"op\":\"wrong\",\"path\":\"/description\",\"value\":\"x\"}"));
    }

    private int get(String path, String key) {
        return client.send("GET", "/_aws/execute-api/a1b2c3d4e5" + path, "", "Host", "localhost", "x-api-key", key)
                .status();
    }

    private int burst() {
        return client.engine.workspace().account().throttle().burstLimit();
    }

    private double rate() {
        return client.engine.workspace().account().throttle().rateLimit().doubleValue();
    }

    private JsonNode patch(String target, String operations) {
        return client.call(200, "PATCH", target, "{\"patchOperations\":[" + operations + "]}");
    }

    private String error(String target, String operations) {
        return client.error("PATCH", target, "{\"patchOperations\":[" + operations + "]}");
    }

    private static String replace(String path, String value) {
        return "{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}";
    }
}
