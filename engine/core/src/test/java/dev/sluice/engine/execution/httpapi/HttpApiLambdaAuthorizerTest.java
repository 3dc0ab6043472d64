package dev.sluice.engine.execution.httpapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.HttpApi.AuthorizationType;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data-plane section 19: Lambda authorizers of HTTP APIs. */
class HttpApiLambdaAuthorizerTest {
    private static final String ALLOWED =
            "{\"isAuthorized\":true,\"context\":{\"user\":\"alice\",\"age\":7,\"tags\":[\"a\"],\"none\":null}}";

    private final HttpApiFixture api = new HttpApiFixture();

    @Test
    void aSimpleAnswerOpensTheRouteAndItsContextReachesTheFunction() {
        protect(new FunctionAnswer.Payload(ALLOWED), PayloadFormatVersion.V2_0, true, 0, 0);
        HttpResponse answer = api.get("/pets", "X-Token", "secret");
        assertEquals(200, answer.status(), answer.body().utf8());
        JsonNode lambda = JsonMapper.shared().readTree(answer.body().utf8()).at("/requestContext/authorizer/lambda");
        assertEquals(JsonMapper.shared().readTree("{\"user\":\"alice\",\"age\":7,\"tags\":[\"a\"]}"), lambda);
    }

    @Test
    void aMissingOrEmptyIdentitySourceIs401WithoutACall() {
        protect(new FunctionAnswer.Fails("must not be called", "Error"), PayloadFormatVersion.V2_0, true, 0, 0);
        assertEquals(401, api.get("/pets").status());
        assertEquals(
                "{\"message\":\"Unauthorized\"}",
                api.get("/pets", "X-Token", "").body().utf8());
    }

    @Test
    void aDeniedCallerIs403() {
        protect(new FunctionAnswer.Payload("{\"isAuthorized\":false}"), PayloadFormatVersion.V2_0, true, 0, 0);
        HttpResponse answer = api.get("/pets", "X-Token", "t");
        assertEquals(403, answer.status());
        assertEquals("{\"message\":\"Forbidden\"}", answer.body().utf8());
    }

    @Test
    void aPolicyIsAskedForTheRouteThatWasCalled() {
        String policy = "{\"principalId\":\"alice\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[{"
                + "\"Action\":\"execute-api:Invoke\",\"Effect\":\"Allow\",\"Resource\":"
                + "\"arn:aws:execute-api:us-east-1:123456789012:" + HttpApiFixture.API_ID + "/$default/GET/pets\"}]},"
                + "\"context\":{\"role\":\"vet\"}}";
        protect(new FunctionAnswer.Payload(policy), PayloadFormatVersion.V1_0, false, 300, 0);
        HttpResponse answer = api.get("/pets", "X-Token", "t");
        assertEquals(200, answer.status());
        assertTrue(answer.body().utf8().contains("vet") && answer.body().utf8().contains("alice"));
        assertEquals(403, api.get("/dogs", "X-Token", "t").status());
    }

    @Test
    void aFunctionThatFailsOrSaysNothingUsableIs500() {
        for (FunctionAnswer answer : List.of(
                new FunctionAnswer.Fails("boom", "Error"),
                new FunctionAnswer.Payload("{\"isAuthorized\":\"yes\"}"),
                new FunctionAnswer.Payload("no json"),
                new FunctionAnswer.Payload("null"))) {
            var one = new HttpApiLambdaAuthorizerTest();
            one.protect(answer, PayloadFormatVersion.V2_0, true, 0, 0);
            HttpResponse refused = one.api.get("/pets", "X-Token", "t");
            assertEquals(500, refused.status());
            assertEquals(
                    "{\"message\":\"Internal Server Error\"}", refused.body().utf8());
        }
    }

    @Test
    void anErrorOfExactlyUnauthorizedIs401() {
        protect(new FunctionAnswer.Fails("Unauthorized", "Error"), PayloadFormatVersion.V1_0, false, 0, 0);
        assertEquals(401, api.get("/pets", "X-Token", "t").status());
    }

    @Test
    void aFunctionMayThinkForTenSeconds() {
        protect(new FunctionAnswer.Payload(ALLOWED), PayloadFormatVersion.V2_0, true, 0, 10_000);
        assertEquals(200, api.get("/pets", "X-Token", "t").status());
        var slow = new HttpApiLambdaAuthorizerTest();
        slow.protect(new FunctionAnswer.Payload(ALLOWED), PayloadFormatVersion.V2_0, true, 0, 10_001);
        assertEquals(500, slow.api.get("/pets", "X-Token", "t").status());
    }

    @Test
    void anAnswerIsKeptForItsTimeByIdentity() {
        protect(new FunctionAnswer.Payload(ALLOWED), PayloadFormatVersion.V2_0, true, 60, 100);
        assertEquals(100, millis("one"));
        assertEquals(0, millis("one"));
        assertEquals(100, millis("two"));
        api.nowNanos += 61_000_000_000L;
        assertEquals(100, millis("one"));
    }

    @Test
    void theTimeOfTheAuthorizerIsNotTheIntegrations() {
        protect(new FunctionAnswer.Payload(ALLOWED), PayloadFormatVersion.V2_0, true, 0, 100);
        api.get("/pets", "X-Token", "t");
        assertEquals(0, api.engine().journal().newest(1).getFirst().integrationNanos());
    }

    @Test
    void theFunctionIsAskedInItsFormat() {
        protect(new FunctionAnswer.Payload(ALLOWED), PayloadFormatVersion.V2_0, true, 0, 0);
        api.get("/pets?a=1", "X-Token", "t");
        JsonNode two = asked(PayloadFormatVersion.V2_0);
        assertEquals("REQUEST", two.path("type").asString());
        assertEquals(
                "arn:aws:execute-api:us-east-1:123456789012:" + HttpApiFixture.API_ID + "/$default/GET/pets",
                two.path("routeArn").asString());
        assertEquals("t", two.path("identitySource").path(0).asString());
        assertEquals("GET", two.at("/requestContext/http/method").asString());
        assertFalse(two.has("body"));
        JsonNode one = asked(PayloadFormatVersion.V1_0);
        assertEquals("t", one.path("authorizationToken").asString());
        assertEquals("/pets", one.path("resource").asString());
    }

    private JsonNode asked(PayloadFormatVersion format) {
        var own = new HttpApiLambdaAuthorizerTest();
        own.protect(new FunctionAnswer.Payload(ALLOWED), format, true, 0, 0);
        var exchange = own.api
                .engine()
                .gateway()
                .open(new dev.sluice.engine.http.HttpRequest(
                        "GET",
                        "/pets",
                        dev.sluice.engine.http.Headers.of("Host", HttpApiFixture.HOST, "X-Token", "t"),
                        dev.sluice.engine.http.Body.EMPTY,
                        "203.0.113.9"));
        var step = (dev.sluice.engine.execution.Step.Invoke) exchange.begin(own.api.nowNanos);
        return JsonMapper.shared()
                .readTree(((dev.sluice.engine.backend.FunctionInvocation) step.call())
                        .event()
                        .utf8());
    }

    private long millis(String token) {
        long before = api.nowNanos;
        assertEquals(200, api.get("/pets", "X-Token", token).status());
        return (api.nowNanos - before) / 1_000_000L;
    }

    private void protect(FunctionAnswer answer, PayloadFormatVersion format, boolean simple, int ttl, double millis) {
        api.backends.add(new Backend.ModelledFunction("decides", answer, Backend.Latency.ofMillis(millis)));
        api.authorizers.add(new Authorizer.Request(
                "auth1",
                "decides",
                List.of("$request.header.X-Token"),
                "arn:aws:lambda:us-east-1:123456789012:function:decides",
                format,
                simple,
                ttl));
        for (String key : List.of("GET /pets", "GET /dogs")) {
            api.function(key, new FunctionAnswer.EchoEvent());
            Route open = api.routes.removeLast();
            api.routes.add(new Route(
                    open.routeId(),
                    open.routeKey(),
                    open.integrationId(),
                    AuthorizationType.CUSTOM,
                    Optional.of("auth1"),
                    List.of(),
                    Optional.empty()));
        }
    }
}
