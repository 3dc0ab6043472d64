package dev.sluice.engine.execution.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.CacheSetting.UnauthorizedStrategy;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Stage.CanarySettings;
import dev.sluice.engine.execution.ServedApi;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.CacheUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Headers FRESH = Headers.of("Cache-Control", "no-store, Max-Age=0");
    private static final String API = """
            openapi: 3.0.1
            info: {title: Shop, version: "1"}
            paths:
              /users:
                x-amazon-apigateway-any-method:
                  x-amazon-apigateway-integration:
                    type: http
                    httpMethod: GET
                    uri: http://backend.example/users
                    cacheKeyParameters: [method.request.querystring.type, method.request.header.X-Lang]
                    responses: {default: {statusCode: "200"}}
              /files/{proxy+}:
                get:
                  x-amazon-apigateway-integration:
                    type: http_proxy
                    httpMethod: GET
                    uri: http://backend.example/files
                    cacheNamespace: shared
              /folder:
                get:
                  x-amazon-apigateway-integration:
                    type: http_proxy
                    httpMethod: GET
                    uri: http://backend.example/folder
                    cacheNamespace: shared
            """;

    private static MethodSetting cached(CacheSetting cache) {
        return new MethodSetting(Optional.empty(), LoggingLevel.INFO, true, false, cache);
    }

    private static CacheSetting open(int ttlSeconds) {
        return new CacheSetting(true, ttlSeconds, false, false, UnauthorizedStrategy.FAIL_WITH_403);
    }

    private static CacheSetting guarded(UnauthorizedStrategy strategy) {
        return new CacheSetting(true, 300, false, true, strategy);
    }

    private static ServedApi api(Map<String, MethodSetting> settings, Optional<CanarySettings> canary) {
        return ServedApi.of(
                API,
                new Stage("prod", "d1", "", settings, Map.of(), canary, false, Optional.of("0.5"), Optional.empty()));
    }

    private static ServedApi api(CacheSetting all) {
        return api(Map.of(Stage.ALL_METHODS, cached(all)), Optional.empty());
    }

    private static String get(ServedApi api, String path, long seconds, String... headers) {
        return api.send("GET", path, Headers.of(headers), Body.EMPTY, ServedApi.START + seconds * SECOND)
                .body()
                .utf8();
    }

    @Test
    void anAnswerIsKeptForItsTimeToLiveAndNotANanosecondLonger() {
        ServedApi api = api(open(10));
        assertEquals("call 1", get(api, "/users", 0));
        assertEquals(CacheUse.MISS, api.lastRecord().cacheUse());
        assertEquals("call 1", get(api, "/users", 9));
        assertEquals(CacheUse.HIT, api.lastRecord().cacheUse());
        assertEquals(-1, api.lastRecord().integrationNanos());
        assertEquals("call 2", get(api, "/users", 10));
        assertEquals(2, api.calls());
    }

    @Test
    void onlyTheKeyParametersTellAnswersApart() {
        ServedApi api = api(open(300));
        assertEquals("call 1", get(api, "/users?type=a&other=1", 0));
        assertEquals("call 1", get(api, "/users?other=2&type=a", 0));
        assertEquals("call 2", get(api, "/users?type=b", 0));
        assertEquals("call 3", get(api, "/users?type=a", 0, "X-Lang", "de"));
        assertEquals("call 4", get(api, "/users?type=", 0));
        assertEquals("call 5", get(api, "/users", 0), "an absent value is not an empty one");
    }

    @Test
    void aPathParameterOutsideTheKeyAndACommonNamespaceShareAnswers() {
        ServedApi api = api(open(300));
        assertEquals("call 1", get(api, "/files/a", 0));
        assertEquals("call 1", get(api, "/files/b/c", 0));
        assertEquals("call 1", get(api, "/folder", 0));
    }

    @Test
    void theStageCachesGetOnlyAndAMethodsOwnSettingCachesTheOthers() {
        ServedApi api = api(open(300));
        api.send("POST", "/users", Headers.NONE, Body.EMPTY);
        api.send("POST", "/users", Headers.NONE, Body.EMPTY);
        assertEquals(2, api.calls());
        assertEquals(CacheUse.NONE, api.lastRecord().cacheUse());
        ServedApi own = api(Map.of("/users/ANY", cached(open(300))), Optional.empty());
        own.send("POST", "/users", Headers.NONE, Body.EMPTY);
        own.send("POST", "/users", Headers.NONE, Body.EMPTY);
        own.send("GET", "/users", Headers.NONE, Body.EMPTY);
        assertEquals(2, own.calls(), "POST once, GET once");
    }

    @Test
    void aTimeToLiveOfZeroOrAStageWithoutAClusterKeepsNothing() {
        ServedApi zero = api(open(0));
        get(zero, "/users", 0);
        get(zero, "/users", 0);
        assertEquals(2, zero.calls());
        ServedApi none = ServedApi.of(
                API, new Stage("prod", "d1", "", Map.of("*/*", cached(open(300))), Map.of(), Optional.empty(), false));
        get(none, "/users", 0);
        get(none, "/users", 0);
        assertEquals(2, none.calls());
    }

    @Test
    void whoeverMayAsksForAFreshAnswerWhichTakesThePlaceOfTheOld() {
        ServedApi api = api(open(300));
        get(api, "/users", 0);
        assertEquals("call 2", get(api, "/users", 1, "Cache-Control", "max-age=0"));
        assertEquals("call 2", get(api, "/users", 2));
    }

    @Test
    void whoeverMayNotIsRefusedOrWarnedOrServedInSilence() {
        ServedApi fails = api(guarded(UnauthorizedStrategy.FAIL_WITH_403));
        get(fails, "/users", 0);
        assertEquals(403, fresh(fails).status());
        ServedApi warns = api(guarded(UnauthorizedStrategy.SUCCEED_WITH_RESPONSE_HEADER));
        get(warns, "/users", 0);
        assertEquals("call 1", fresh(warns).body().utf8());
        assertTrue(fresh(warns).headers().contains("Warning"));
        ServedApi silent = api(guarded(UnauthorizedStrategy.SUCCEED_WITHOUT_RESPONSE_HEADER));
        get(silent, "/users", 0);
        assertEquals("call 1", fresh(silent).body().utf8());
        assertFalse(fresh(silent).headers().contains("Warning"));
    }

    private static HttpResponse fresh(ServedApi api) {
        return api.send("GET", "/users", FRESH, Body.EMPTY);
    }

    @Test
    void aPolicyLetsCallersInvalidate() {
        for (String action : List.of("execute-api:Invoke", "execute-api:*")) {
            var setting = cached(guarded(UnauthorizedStrategy.FAIL_WITH_403));
            ServedApi api = ServedApi.of(
                    API
                            + "x-amazon-apigateway-policy: {Version: '2012-10-17', Statement: [{Effect: Allow, Principal: '*', Action: '"
                            + action + "', Resource: 'execute-api:/*'}]}",
                    new Stage(
                            "prod",
                            "d1",
                            "",
                            Map.of(Stage.ALL_METHODS, setting),
                            Map.of(),
                            Optional.empty(),
                            false,
                            Optional.of("0.5"),
                            Optional.empty()));
            assertEquals("call 1", get(api, "/users", 0));
            assertEquals(action.endsWith("*") ? 200 : 403, fresh(api).status(), action);
        }
    }

    @Test
    void aFlushForgetsAllAnswersOfTheStage() {
        ServedApi api = api(open(300));
        get(api, "/users", 0);
        api.engine().flushStageCache(ServedApi.ID, "prod");
        assertEquals("call 2", get(api, "/users", 1));
    }

    @Test
    void aForkStartsWithAnEmptyCacheAndAChangeKeepsIt() {
        ServedApi api = api(open(300));
        get(api, "/users", 0);
        api.engine().apply(workspace -> workspace, ServedApi.START);
        assertEquals("call 1", get(api, "/users", 1));
        assertEquals(0, api.engine().fork(ServedApi.START).journal().newest(1).size());
    }

    @Test
    void aCanaryHasItsOwnCacheUnlessItSharesTheStages() {
        assertEquals(2, callsOfBothParts(false));
        assertEquals(1, callsOfBothParts(true));
    }

    private static int callsOfBothParts(boolean useStageCache) {
        ServedApi api = api(
                Map.of(Stage.ALL_METHODS, cached(open(300))),
                Optional.of(new CanarySettings(50, "d2", Map.of(), useStageCache)));
        for (int i = 0; i < 50; i++) {
            get(api, "/users", 0);
        }
        return api.calls();
    }

    @Test
    void aHitHasTheHeadersOfTheAnswer() {
        ServedApi api = api(open(300));
        HttpResponse miss = api.send("GET", "/folder", Headers.NONE, Body.EMPTY);
        HttpResponse hit = api.send("GET", "/folder", Headers.NONE, Body.EMPTY);
        assertEquals(values(miss, "X-Call"), values(hit, "X-Call"));
        assertEquals(List.of("1"), values(hit, "X-Call"));
    }

    private static List<String> values(HttpResponse response, String name) {
        return response.headers().all(name);
    }
}
