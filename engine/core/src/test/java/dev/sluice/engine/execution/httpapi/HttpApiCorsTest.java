package dev.sluice.engine.execution.httpapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.HttpApi.CorsConfiguration;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data-plane section 19: CORS configuration. */
class HttpApiCorsTest {
    private static final String ORIGIN = "access-control-allow-origin";

    private final HttpApiFixture api = new HttpApiFixture();

    @Test
    void aPreflightIsAnsweredWithoutARoute() {
        api.cors = Optional.of(new CorsConfiguration(
                true,
                List.of("x-one", "x-two"),
                List.of("GET", "POST"),
                List.of("https://www.example.com"),
                List.of("x-seen"),
                Optional.of(300)));
        api.function("GET /pets", new FunctionAnswer.Payload("1"));
        HttpResponse answer = preflight("https://www.example.com");
        assertEquals(204, answer.status());
        assertEquals("https://www.example.com", header(answer, ORIGIN));
        assertEquals("GET,POST", header(answer, "access-control-allow-methods"));
        assertEquals("x-one,x-two", header(answer, "access-control-allow-headers"));
        assertEquals("true", header(answer, "access-control-allow-credentials"));
        assertEquals("300", header(answer, "access-control-max-age"));
        assertFalse(preflight("https://evil.example").headers().contains(ORIGIN));
    }

    @Test
    void withoutConfigurationAPreflightIsNotFound() {
        api.function("GET /pets", new FunctionAnswer.Payload("1"));
        assertEquals(404, preflight("https://www.example.com").status());
    }

    @Test
    void aRouteThatTakesOptionsAnswersItself() {
        allow("*");
        api.function("OPTIONS /pets", new FunctionAnswer.Payload("{\"statusCode\":418}"));
        assertEquals(418, preflight("https://a.example").status());
    }

    @Test
    void whatABackendSaysOfCorsIsIgnored() {
        allow("https://www.example.com");
        api.function(
                "GET /pets",
                new FunctionAnswer.Payload("{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":"
                        + "\"https://evil.example\",\"Access-Control-Max-Age\":\"1\"}}"));
        HttpResponse answer = api.get("/pets", "Origin", "https://www.example.com");
        assertEquals(List.of("https://www.example.com"), answer.headers().all(ORIGIN));
        assertFalse(answer.headers().contains("access-control-max-age"));
        assertFalse(api.get("/pets").headers().contains(ORIGIN));
    }

    @Test
    void withoutConfigurationWhatABackendSaysIsKept() {
        api.function(
                "GET /pets",
                new FunctionAnswer.Payload(
                        "{\"statusCode\":200,\"headers\":{\"Access-Control-Allow-Origin\":\"https://a.example\"}}"));
        assertEquals("https://a.example", header(api.get("/pets", "Origin", "https://b.example"), ORIGIN));
    }

    @ParameterizedTest
    @CsvSource({
        "*, https://a.example, *",
        "https://*, https://a.example, https://a.example",
        "https://*, http://a.example, ''",
        "https://a.example, HTTPS://A.example, HTTPS://A.example",
        "https://a.example, https://a.example.evil, ''",
        "https://*.a.example, https://b.a.example, https://b.a.example"
    })
    void originsMatchAsTheyAreOrByAWildcard(String allowed, String origin, String answered) {
        allow(allowed);
        api.function("GET /pets", new FunctionAnswer.Payload("1"));
        assertEquals(answered, header(api.get("/pets", "Origin", origin), ORIGIN));
    }

    private void allow(String origin) {
        api.cors = Optional.of(
                new CorsConfiguration(false, List.of(), List.of(), List.of(origin), List.of(), Optional.empty()));
    }

    private HttpResponse preflight(String origin) {
        return api.send("OPTIONS", "/pets", Body.EMPTY, "Origin", origin, "Access-Control-Request-Method", "GET");
    }

    private static String header(HttpResponse answer, String name) {
        return answer.headers().first(name).orElse("");
    }
}
