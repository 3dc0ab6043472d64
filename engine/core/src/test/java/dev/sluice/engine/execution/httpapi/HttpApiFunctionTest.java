package dev.sluice.engine.execution.httpapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data-plane section 19: the events of functions and what their payloads mean. */
class HttpApiFunctionTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpApiFixture api = new HttpApiFixture();

    @Test
    void theEventOfFormatTwoHasJoinedLowerCaseHeadersCookiesAndTheWholeContext() {
        api.function("GET /pets/{id}", new FunctionAnswer.EchoEvent());
        JsonNode event = event(api.get(
                "/pets/7?a=1&a=2&b=x%20y",
                "Header1", "one", "header1", "two", "Cookie", "c1=1; c2=2", "User-Agent", "test"));
        assertEquals("2.0", event.path("version").asString());
        assertEquals("GET /pets/{id}", event.path("routeKey").asString());
        assertEquals("/pets/7", event.path("rawPath").asString());
        assertEquals("a=1&a=2&b=x%20y", event.path("rawQueryString").asString());
        assertEquals(JSON.readTree("[\"c1=1\",\"c2=2\"]"), event.path("cookies"));
        assertEquals("one,two", event.path("headers").path("header1").asString());
        assertFalse(event.path("headers").has("cookie"));
        assertEquals(
                "203.0.113.9", event.path("headers").path("x-forwarded-for").asString());
        assertEquals(JSON.readTree("{\"a\":\"1,2\",\"b\":\"x y\"}"), event.path("queryStringParameters"));
        assertEquals(JSON.readTree("{\"id\":\"7\"}"), event.path("pathParameters"));
        assertEquals(JSON.readTree("{\"color\":\"blue\"}"), event.path("stageVariables"));
        JsonNode context = event.path("requestContext");
        assertEquals("h1t2t3p4a5", context.path("apiId").asString());
        assertEquals("h1t2t3p4a5", context.path("domainPrefix").asString());
        assertEquals("$default", context.path("stage").asString());
        assertEquals("15/Jan/2027:08:00:00 +0000", context.path("time").asString());
        assertEquals(1_800_000_000_000L, context.path("timeEpoch").asLong());
        assertEquals(
                JSON.readTree("{\"method\":\"GET\",\"path\":\"/pets/7\",\"protocol\":\"HTTP/1.1\","
                        + "\"sourceIp\":\"203.0.113.9\",\"userAgent\":\"test\"}"),
                context.path("http"));
        assertFalse(event.path("isBase64Encoded").asBoolean());
    }

    @Test
    void membersWithoutAValueAreLeftOut() {
        api.function("$default", new FunctionAnswer.EchoEvent());
        JsonNode event = event(api.get("/"));
        for (String member : List.of("cookies", "queryStringParameters", "pathParameters", "body")) {
            assertFalse(event.has(member), member);
        }
        assertFalse(event.path("requestContext").has("authorizer"));
        assertFalse(event.path("requestContext").has("authentication"));
        assertEquals("", event.path("rawQueryString").asString());
    }

    @Test
    void onANamedStageTheRawPathBeginsWithTheStage() {
        api.stages = List.of(HttpApiFixture.stage("dev"));
        api.function("GET /pets", new FunctionAnswer.EchoEvent());
        assertEquals("/dev/pets", event(api.get("/dev/pets")).path("rawPath").asString());
    }

    @Test
    void theRequestIdIsTheOneInTheAnswersHeader() {
        api.function("$default", new FunctionAnswer.EchoEvent());
        HttpResponse answer = api.get("/");
        assertEquals(
                answer.headers().first("apigw-requestid").orElse(""),
                event(answer).path("requestContext").path("requestId").asString());
    }

    @Test
    void theEventOfFormatOneIsThatOfARestApiWithItsVersion() {
        api.function("GET /pets/{id}", PayloadFormatVersion.V1_0, new FunctionAnswer.EchoEvent(), 0);
        JsonNode event = event(api.get("/pets/7?a=1&a=2", "Header1", "one", "Header1", "two"));
        assertEquals("1.0", event.path("version").asString());
        assertEquals("/pets/{id}", event.path("resource").asString());
        assertEquals("/pets/7", event.path("path").asString());
        assertEquals(
                JSON.readTree("[\"1\",\"2\"]"),
                event.path("multiValueQueryStringParameters").path("a"));
        assertEquals(
                JSON.readTree("[\"one\",\"two\"]"),
                event.path("multiValueHeaders").path("Header1"));
        assertTrue(event.path("body").isNull());
        assertEquals(
                "203.0.113.9", event.at("/requestContext/identity/sourceIp").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, false",
        "text/html; charset=utf-8, false",
        "application/json, false",
        "APPLICATION/JSON;charset=UTF-8, false",
        "application/xml, false",
        "application/javascript, false",
        "application/x-www-form-urlencoded, true",
        "application/octet-stream, true",
        "application/vnd.api+json, true",
        "'', true"
    })
    void aBodyIsTextOnlyForAFewContentTypes(String type, boolean base64) {
        for (PayloadFormatVersion format : PayloadFormatVersion.values()) {
            var one = new HttpApiFixture();
            one.function("$default", format, new FunctionAnswer.EchoEvent(), 0);
            JsonNode event = event(
                    type.isEmpty()
                            ? one.send("POST", "/", Body.utf8("a=1"))
                            : one.send("POST", "/", Body.utf8("a=1"), "Content-Type", type));
            assertEquals(base64, event.path("isBase64Encoded").asBoolean());
            assertEquals(base64 ? "YT0x" : "a=1", event.path("body").asString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"message\":\"Hello\"}|{\"message\":\"Hello\"}",
                "\"Hello from Lambda!\"|Hello from Lambda!",
                "[1, 2]|[1, 2]",
                "42|42",
                "true|true",
                "null|null",
                "{}|{}",
                "{\"body\":\"x\"}|{\"body\":\"x\"}"
            })
    void aPayloadWithoutStatusCodeIsTheJsonBodyOfA200(String payload, String body) {
        api.function("$default", new FunctionAnswer.Payload(payload));
        HttpResponse answer = api.get("/");
        assertEquals(200, answer.status());
        assertEquals("application/json", answer.headers().first("Content-Type").orElse(""));
        assertEquals(body, answer.body().utf8());
    }

    @Test
    void aPayloadWithAStatusCodeIsAResponse() {
        api.function(
                "$default",
                new FunctionAnswer.Payload("{\"statusCode\":\"201\",\"headers\":{\"X-A\":1,\"content-type\":\"a/b\"},"
                        + "\"cookies\":[\"c1=1\",\"c2=2\"],\"body\":\"eHk=\",\"isBase64Encoded\":true,\"other\":{}}"));
        HttpResponse answer = api.get("/");
        assertEquals(201, answer.status());
        assertEquals("1", answer.headers().first("X-A").orElse(""));
        assertEquals(List.of("a/b"), answer.headers().all("Content-Type"));
        assertEquals(List.of("c1=1", "c2=2"), answer.headers().all("Set-Cookie"));
        assertEquals("xy", answer.body().utf8());
        assertEquals(List.of("2"), answer.headers().all("Content-Length"));
    }

    @Test
    void aResponseOfFormatOneNeedsTheShapeOfARestApis() {
        api.function(
                        "GET /ok",
                        PayloadFormatVersion.V1_0,
                        new FunctionAnswer.Payload(
                                "{\"statusCode\":200,\"multiValueHeaders\":{\"x-a\":[\"1\",\"2\"]},\"body\":\"eHk=\","
                                        + "\"isBase64Encoded\":true}"),
                        0)
                .function("GET /text", PayloadFormatVersion.V1_0, new FunctionAnswer.Payload("\"hello\""), 0);
        HttpResponse answer = api.get("/ok");
        assertEquals(List.of("1", "2"), answer.headers().all("x-a"));
        assertEquals("xy", answer.body().utf8());
        assertEquals(500, api.get("/text").status());
    }

    private static JsonNode event(HttpResponse answer) {
        assertEquals(200, answer.status(), answer.body().utf8());
        return JSON.readTree(answer.body().utf8());
    }
}
