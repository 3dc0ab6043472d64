package dev.sluice.engine.aws.apigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.ControlPlane;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Keys, plans, usage and what stands inside an API, as requests of AWS's clients. */
class PlansOnTheWireTest {
    private static final long NOW = 1_795_000_000_000_000_000L;
    private static final String TODAY = Instant.ofEpochSecond(NOW / 1_000_000_000L)
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .toString();
    private static final String API = "/restapis/a1b2c3d4e5";
    private final Engine engine = Engine.open(
            WorkspaceFolder.open(Path.of("../../sample-apis/troubleshooting-429"))
                    .workspace(),
            Engine.Settings.startingAt(NOW, 7));
    private final ControlPlane plane = ControlPlane.before(engine);

    @Test
    void aPlanIsMadeGivenAKeyUsedAndExtended() {
        String key = create("/apikeys", "{\"name\":\"client\",\"enabled\":true}");
        String value = send(200, "GET", "/apikeys/" + key + "?includeValue=true", "")
                .path("value")
                .stringValue();
        assertEquals(40, value.length());
        assertTrue(send(200, "GET", "/apikeys/" + key, "").path("value").isMissingNode());
        String plan = create(
                "/usageplans",
                "{\"name\":\"small\",\"apiStages\":[{\"apiId\":\"a1b2c3d4e5\",\"stage\":\"prod\",\"throttle\":{\"/users/GET\":{\"rateLimit\":1000.5,\"burstLimit\":1000}}}],\"quota\":{\"limit\":3,\"period\":\"DAY\"}}");
        send(201, "POST", "/usageplans/" + plan + "/keys", "{\"keyId\":\"" + key + "\",\"keyType\":\"API_KEY\"}");
        for (int i = 0; i < 3; i++) {
            assertEquals(200, call(value));
        }
        assertEquals(429, call(value));
        String usage = "/usageplans/" + plan + "/usage?startDate=" + TODAY + "&endDate=" + TODAY;
        assertEquals(
                "{\"" + key + "\":[[3,0]]}",
                send(200, "GET", usage, "").path("values").toString());
        JsonNode extended = send(
                200,
                "PATCH",
                "/usageplans/" + plan + "/keys/" + key + "/usage",
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/remaining\",\"value\":\"2\"}]}");
        assertEquals("{\"" + key + "\":[[3,2]]}", extended.path("values").toString());
        assertEquals(200, call(value));
        assertEquals(200, call(value));
        assertEquals(429, call(value));
        assertEquals(
                "{\"" + key + "\":[[5,0]]}",
                send(200, "GET", usage, "").path("values").toString());
    }

    @Test
    void whatTerraformSendsChangesTheLimitAndCanBeUndone() {
        String plan = engine.workspace().usagePlans().getFirst().id();
        JsonNode changed = send(
                200,
                "PATCH",
                "/usageplans/" + plan,
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/apiStages/a1b2c3d4e5:prod/throttle//users/GET/rateLimit\",\"value\":\"0.500000\"},{\"op\":\"replace\",\"path\":\"/throttle/rateLimit\",\"value\":\"7\"}]}");
        assertEquals(
                0.5,
                changed.path("apiStages")
                        .path(0)
                        .path("throttle")
                        .path("/users/GET")
                        .path("rateLimit")
                        .doubleValue());
        assertEquals(7.0, changed.path("throttle").path("rateLimit").doubleValue());
        assertTrue(changed.path("tags").isObject());
        assertEquals(
                "Update usage plan " + plan,
                engine.control().undo(NOW).orElseThrow().description());
    }

    @Test
    void listsComeInPages() {
        create("/apikeys", "{\"name\":\"page-1\"}");
        create("/apikeys", "{\"name\":\"page-2\"}");
        JsonNode first = send(200, "GET", "/apikeys?name=page&limit=1", "");
        assertEquals("page-1", first.path("item").path(0).path("name").stringValue());
        JsonNode second = send(
                200,
                "GET",
                "/apikeys?name=page&limit=1&position=" + first.path("position").stringValue(),
                "");
        assertEquals("page-2", second.path("item").path(0).path("name").stringValue());
        assertTrue(second.path("position").isMissingNode());
        send(400, "GET", "/apikeys?position=x", "");
    }

    @Test
    void keysAreImportedFromATable() {
        JsonNode made = send(201, "POST", "/apikeys?mode=import&format=csv", "name,key\na,a-key-of-twenty-letters\n");
        assertEquals(1, made.path("ids").size());
        send(400, "POST", "/apikeys?mode=import&format=xml", "");
    }

    @Test
    void validatorsModelsAuthorizersAndGatewayResponsesAreMadePatchedAndDeleted() {
        String validator = create(API + "/requestvalidators", "{\"name\":\"v\",\"validateRequestBody\":true}");
        String patched =
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/validateRequestParameters\",\"value\":\"true\"}]}";
        assertTrue(send(200, "PATCH", API + "/requestvalidators/" + validator, patched)
                .path("validateRequestParameters")
                .booleanValue());
        send(202, "DELETE", API + "/requestvalidators/" + validator, "");
        create(
                API + "/models",
                "{\"name\":\"Made\",\"contentType\":\"application/json\",\"schema\":\"{\\\"type\\\":\\\"object\\\"}\"}");
        assertEquals(
                "{\"type\":\"object\"}",
                send(200, "GET", API + "/models/Made", "").path("schema").stringValue());
        send(202, "DELETE", API + "/models/Made", "");
        String authorizer = create(
                API + "/authorizers",
                "{\"name\":\"pool\",\"type\":\"COGNITO_USER_POOLS\",\"providerARNs\":[\"arn:aws:cognito-idp:us-east-1:1:userpool/p\"]}");
        assertEquals(
                300,
                send(200, "GET", API + "/authorizers/" + authorizer, "")
                        .path("authorizerResultTtlInSeconds")
                        .intValue());
        send(202, "DELETE", API + "/authorizers/" + authorizer, "");
        send(404, "GET", API + "/authorizers/" + authorizer, "");
        assertEquals(
                "430",
                send(201, "PUT", API + "/gatewayresponses/QUOTA_EXCEEDED", "{\"statusCode\":\"430\"}")
                        .path("statusCode")
                        .stringValue());
        send(202, "DELETE", API + "/gatewayresponses/QUOTA_EXCEEDED", "");
    }

    private String create(String path, String body) {
        return send(201, "POST", path, body).path("id").stringValue();
    }

    private int call(String key) {
        return answer(new HttpRequest(
                        "GET",
                        "/_aws/execute-api/a1b2c3d4e5/prod/users",
                        Headers.of("Host", "x", "x-api-key", key),
                        Body.EMPTY,
                        "127.0.0.1"))
                .status();
    }

    private JsonNode send(int status, String method, String target, String body) {
        HttpResponse answer = answer(
                new HttpRequest(method, target, Headers.of("Host", "127.0.0.1:80"), Body.utf8(body), "127.0.0.1"));
        String text = answer.body().utf8();
        assertEquals(status, answer.status(), text);
        return Json.read(text.isEmpty() ? "{}" : text).orElseThrow();
    }

    private HttpResponse answer(HttpRequest request) {
        Dialogue dialogue = plane.open(request);
        Step step = dialogue.begin(NOW);
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            step = dialogue.resume(((Call.ToModel) call).perform(NOW).outcome(), NOW);
        }
        return ((Step.Reply) step).response();
    }
}
