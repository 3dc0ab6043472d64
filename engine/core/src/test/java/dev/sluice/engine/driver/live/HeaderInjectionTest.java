package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.HttpFunction;
import dev.sluice.engine.execution.FunctionWorkspaces;
import dev.sluice.engine.execution.ServedApi;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Line ends in a header value or name never make a line of their own, in no message that the gateway sends. */
class HeaderInjectionTest {
    private static final String API = """
            openapi: 3.0.1
            info: {title: Shop, version: "1"}
            x-amazon-apigateway-gateway-responses:
              MISSING_AUTHENTICATION_TOKEN:
                responseParameters:
                  gatewayresponse.header.Content-Length: "'3'"
                  gatewayresponse.header.X-Query: method.request.querystring.q
            paths:
              /mapped:
                get:
                  parameters:
                    - {name: q, in: query, schema: {type: string}}
                  responses: {"200": {headers: {X-Query: {schema: {type: string}}}}}
                  x-amazon-apigateway-integration:
                    type: http
                    httpMethod: GET
                    uri: http://127.0.0.1:PORT/x
                    requestParameters:
                      integration.request.header.X-Query: method.request.querystring.q
                      integration.request.querystring.q: method.request.querystring.q
                    responses:
                      default:
                        statusCode: "200"
              /path:
                get:
                  parameters:
                    - {name: q, in: query, schema: {type: string}}
                  responses: {"200": {}}
                  x-amazon-apigateway-integration:
                    type: http
                    httpMethod: GET
                    uri: http://127.0.0.1:PORT/x/{q}
                    requestParameters:
                      integration.request.path.q: method.request.querystring.q
                    responses: {default: {statusCode: "200"}}
              /override:
                get:
                  responses: {"200": {}}
                  x-amazon-apigateway-integration:
                    type: mock
                    requestTemplates: {application/json: '{"statusCode": 200}'}
                    responses:
                      default:
                        statusCode: "200"
                        responseTemplates:
                          application/json: |
                            #set($context.responseOverride.header.X-Query = $input.params('q'))
                            #set($context.responseOverride.header["X-N: 1\\r\\nX-Name"] = "v")
                            ok
            """;

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    /** The head of the answer to one request. */
    private static List<String> ask(Engine engine, String target) throws Exception {
        try (var listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD, WallClock.system());
                var client = new WireClient(listener.port())) {
            return client.head("GET /prod" + target + " HTTP/1.1", "Host: a1b2c3d4e5.execute-api.localhost")
                    .read()
                    .head();
        }
    }

    private static void assertNoLineOfItsOwn(List<String> head) {
        assertFalse(head.stream().anyMatch(line -> line.startsWith("X-Evil")), head.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0d%0aX-Evil:%201",
                "a%0d%0aX-Evil:%201",
                "a%0aX-Evil:%201",
                "a%0dX-Evil:%201",
                "a%00%0bb%0d%0a%0d%0aX-Evil:",
                "%C4%8D%C4%8AX-Evil:%201",
                "a%0d%0a%20b"
            })
    void aMappedValueStaysOneLineToBackendAndClient(String value) throws Exception {
        try (var backend = new WireServer((connection, number) -> {
            while (connection.readRequest()) {
                connection.send(OK);
            }
        })) {
            Engine engine =
                    ServedApi.of(API.replace("PORT", "" + backend.port())).engine();
            assertEquals("HTTP/1.1 200 OK", ask(engine, "/mapped?q=" + value).getFirst());
            List<String> request = backend.nextHead();
            assertNoLineOfItsOwn(request);
            assertTrue(request.stream().anyMatch(line -> line.startsWith("X-Query: ")), request.toString());
            assertFalse(backend.hasAnotherHead());
            List<String> overridden = ask(engine, "/override?q=" + value);
            assertEquals("HTTP/1.1 200 OK", overridden.getFirst());
            assertNoLineOfItsOwn(overridden);
            assertFalse(overridden.stream().anyMatch(line -> line.startsWith("X-N")), overridden.toString());
            List<String> refused = ask(engine, "/nowhere?q=" + value);
            assertTrue(refused.getFirst().startsWith("HTTP/1.1 403"), refused.toString());
            assertNoLineOfItsOwn(refused);
            assertTrue(refused.contains("Content-Length: 42"), refused.toString());
            List<String> inPath = ask(engine, "/path?q=" + value);
            assertTrue(inPath.getFirst().matches("HTTP/1.1 (200|500) .*"), inPath.toString());
            if (inPath.getFirst().contains("200")) {
                assertNoLineOfItsOwn(backend.nextHead());
            }
            assertFalse(backend.hasAnotherHead());
        }
    }

    @Test
    void aFunctionDoesNotFrameTheAnswer() throws Exception {
        String payload = "{\"headers\":{\"Content-Length\":\"1\",\"transfer-encoding\":\"chunked\",\"Date\":\"never\"},"
                + "\"body\":\"five!\"}";
        try (var backend = new WireServer((connection, number) -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + payload.length() + "\r\n\r\n" + payload);
        })) {
            var function = new HttpFunction(
                    "f", "http://127.0.0.1:" + backend.port() + "/2015-03-31/functions/function/invocations");
            Engine engine = Engine.open(FunctionWorkspaces.of(function), Engine.Settings.startingAt(0, 1));
            List<String> head = ask(engine, "/f");
            assertEquals(
                    List.of("Content-Length: 5", "x-amzn-Remapped-Content-Length: 1"),
                    head.stream()
                            .filter(line -> line.contains("Content-Length"))
                            .toList());
            assertFalse(head.toString().toLowerCase(Locale.ROOT).contains("transfer-encoding"), head.toString());
            assertTrue(head.contains("x-amzn-Remapped-Date: never"), head.toString());
        }
    }

    @Test
    void whatAFunctionAnswersStaysOneLine() throws Exception {
        String payload =
                "{\"headers\":{\"X-One\":\"a\\r\\nX-Evil: 1\",\"X-Evil: 2\\r\\nX-Evil\":\"b\",\"X Two\":\"c\",\"\":\"d\"},"
                        + "\"multiValueHeaders\":{\"X-Three\":[\"a\\n\\nX-Evil: 3\"]},\"body\":\"ok\"}";
        try (var backend = new WireServer((connection, number) -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + payload.length() + "\r\n\r\n" + payload);
        })) {
            var function = new HttpFunction(
                    "f", "http://127.0.0.1:" + backend.port() + "/2015-03-31/functions/function/invocations");
            Engine engine = Engine.open(FunctionWorkspaces.of(function), Engine.Settings.startingAt(0, 1));
            List<String> head = ask(engine, "/f");
            assertEquals("HTTP/1.1 200 OK", head.getFirst());
            assertNoLineOfItsOwn(head);
            assertTrue(head.contains("X-One: a  X-Evil: 1"), head.toString());
            assertTrue(head.contains("X-Three: a  X-Evil: 3"), head.toString());
        }
    }
}
