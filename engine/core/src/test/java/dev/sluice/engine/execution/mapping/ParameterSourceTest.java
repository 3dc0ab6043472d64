package dev.sluice.engine.execution.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.mapping.ParameterSource.Parsed;
import dev.sluice.engine.execution.mapping.ParameterSource.Resolved;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where mapped parameters take their values from (data-plane section 10.4). */
class ParameterSourceTest {
    private static MappingFacts facts(String body) {
        return new MappingFacts(
                Headers.of("customHeader", "first", "customHeader", "last"),
                Map.of("q", List.of("1", "2")),
                Map.of("id", "a%20b"),
                Body.utf8(body),
                Map.of("resourceId", "abc123", "identity", Map.of("sourceIp", "127.0.0.1")),
                Map.of("ver", "v2"));
    }

    private static Resolved request(String expression, String body) {
        return assertInstanceOf(Parsed.Source.class, ParameterSource.ofRequest(expression), expression)
                .source()
                .resolve(facts(body));
    }

    private static Optional<String> response(String expression, String body) {
        return assertInstanceOf(Parsed.Source.class, ParameterSource.ofResponse(expression), expression)
                .source()
                .resolve(facts(body))
                .text();
    }

    @Test
    void headersAndQueryParametersGiveTheLastValueOrAllJoined() {
        assertEquals(
                Optional.of("last"),
                request("method.request.header.customHeader", "").text());
        assertEquals(
                Optional.of("first,last"),
                request("method.request.multivalueheader.customHeader", "").text());
        assertEquals(
                Optional.of("2"), request("method.request.querystring.q", "").text());
        assertEquals(
                Optional.of("1,2"),
                request("method.request.multivaluequerystring.q", "").text());
        assertEquals(Optional.of("a%20b"), request("method.request.path.id", "").text());
    }

    @Test
    void headerNamesAreComparedWithCase() {
        assertEquals(
                Optional.empty(),
                request("method.request.header.customheader", "").text());
    }

    @Test
    void contextStageVariablesAndStaticTextsNeedNoMessage() {
        assertEquals(Optional.of("abc123"), request("context.resourceId", "").text());
        assertEquals(
                Optional.of("127.0.0.1"),
                request("context.identity.sourceIp", "").text());
        assertEquals(Optional.of("v2"), request("stageVariables.ver", "").text());
        assertEquals(Optional.of("it's"), request("'it's'", "").text());
        assertEquals(Optional.empty(), request("context.nope.nope", "").text());
        assertEquals(Optional.empty(), request("stageVariables.nope", "").text());
    }

    @Test
    void theBodyIsReadWholeOrByJsonPathAndObjectsBecomeCompactJson() {
        String body = "{\"a\": {\"b\": [1, \"x\"]}, \"n\": null, \"s\": \"text\"}";
        assertEquals(Optional.of(body), request("method.request.body", body).text());
        assertEquals(
                Optional.of("{\"b\":[1,\"x\"]}"),
                request("method.request.body.a", body).text());
        assertEquals(
                Optional.of("x"), request("method.request.body.$.a.b[1]", body).text());
        assertEquals(Optional.of("text"), request("method.request.body.s", body).text());
        assertEquals(Optional.empty(), request("method.request.body.n", body).text());
        assertEquals(Optional.empty(), request("method.request.body.nope", body).text());
        assertEquals(Optional.of("{}"), request("method.request.body", "").text());
    }

    @Test
    void aPlainTextBodyHasNoMembersAndABrokenOneIsSaidToBeInvalid() {
        assertEquals(
                Optional.empty(), request("method.request.body.a", "just text").text());
        assertEquals(
                Optional.of("just text"),
                request("method.request.body", "just text").text());
        assertInstanceOf(Resolved.InvalidBody.class, request("method.request.body.a", "{\"a\": "));
        assertInstanceOf(Resolved.InvalidBody.class, request("method.request.body", "\n{wrong"));
    }

    @Test
    void responsesHaveHeadersAndABodyAndReadIntoErrorMessages() {
        assertEquals(Optional.of("last"), response("integration.response.header.customHeader", ""));
        assertEquals(Optional.of("7"), response("integration.response.body.id", "{\"id\": 7}"));
        assertEquals(
                Optional.of("42"),
                response("integration.response.body.errorMessage.code", "{\"errorMessage\": \"{\\\"code\\\": 42}\"}"));
    }

    @Test
    void whatIsNoSourceIsAnsweredWithASentence() {
        for (String wrong : List.of(
                "method.request.cookie.x",
                "integration.response.header.x",
                "header.x",
                "method.request.header.",
                "context.",
                "'open",
                "method.request.body.$.a[?(@.x =~ /(a+)+$/)]",
                "")) {
            Parsed.Wrong parsed = assertInstanceOf(Parsed.Wrong.class, ParameterSource.ofRequest(wrong), wrong);
            assertTrue(parsed.sentence().endsWith("."), parsed.sentence());
        }
        assertInstanceOf(Parsed.Wrong.class, ParameterSource.ofResponse("integration.response.querystring.x"));
    }
}
