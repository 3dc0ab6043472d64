package dev.sluice.engine.execution.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.execution.mapping.GatewayResponseTemplates.GatewayError;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Gateway response texts replace names and do nothing else (data-plane section 3.4). */
class GatewayResponseTemplatesTest {
    private static final MappingFacts FACTS = new MappingFacts(
            Headers.of("Accept", "text/html"),
            Map.of("q", List.of("1")),
            Map.of("id", "7"),
            Body.EMPTY,
            Map.of("requestId", "r-1", "identity", Map.of("sourceIp", "127.0.0.1")),
            Map.of("env", "dev"));
    private static final GatewayError MISSING =
            new GatewayError(Optional.of("Missing \"Token\""), "MISSING_AUTHENTICATION_TOKEN", "");

    private static String render(String template) {
        return GatewayResponseTemplates.render(template, FACTS, MISSING);
    }

    @Test
    void theStoredDefaultTemplateQuotesTheMessage() {
        assertEquals("{\"message\":\"Missing \\\"Token\\\"\"}", render("{\"message\":$context.error.messageString}"));
        assertEquals(
                "{\"message\":null}",
                GatewayResponseTemplates.render(
                        "{\"message\":$context.error.messageString}",
                        FACTS,
                        new GatewayError(Optional.empty(), "AUTHORIZER_CONFIGURATION_ERROR", "")));
    }

    @Test
    void namesOfTheContextTheStageAndTheRequestAreReplaced() {
        assertEquals(
                "Missing \"Token\" MISSING_AUTHENTICATION_TOKEN r-1 127.0.0.1. dev text/html 1 7 []",
                render("$context.error.message $context.error.responseType ${context.requestId} "
                        + "$context.identity.sourceIp. $stageVariables.env method.request.header.Accept "
                        + "$method.request.querystring.q method.request.path.id [$context.nope]"));
    }

    @Test
    void directivesAreTextBecauseThisIsNotVelocity() {
        assertEquals("#set($x = 1)$x #if(true)a#end", render("#set($x = 1)$x #if(true)a#end"));
    }

    @Test
    void headerParametersTakeTheSourcesOfRequestMapping() {
        assertEquals(
                Optional.of("text/html"),
                GatewayResponseTemplates.parameter("method.request.header.Accept", FACTS, MISSING));
        assertEquals(Optional.of("*"), GatewayResponseTemplates.parameter("'*'", FACTS, MISSING));
        assertEquals(
                Optional.of("MISSING_AUTHENTICATION_TOKEN"),
                GatewayResponseTemplates.parameter("context.error.responseType", FACTS, MISSING));
        assertEquals(
                Optional.empty(), GatewayResponseTemplates.parameter("method.request.header.nope", FACTS, MISSING));
        assertEquals(
                Map.of("x-spec", "'1'"),
                GatewayResponseTemplates.headers(Map.of("gatewayresponse.header.x-spec", "'1'")));
    }
}
