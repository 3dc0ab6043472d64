package dev.sluice.engine.execution.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event that a function gets (data-plane section 9.1, recorded). */
class ProxyEventTest {
    private static ProxyEventFacts facts(Headers headers, String query, Body body, boolean binary) {
        return new ProxyEventFacts(
                "/{proxy+}",
                "/proxy-value/",
                "GET",
                headers,
                QueryString.of(query),
                Map.of("proxy", "proxy-value"),
                Map.of(),
                body,
                binary,
                "abc123",
                "Vts2FFmArPEFh8g=",
                1_428_582_896_123_000_000L,
                "/stage/proxy-value/",
                "123456789012",
                "stage",
                "a1b2c3d4e5",
                "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
                "5ca4e5a6-4a7e-4e37-a4f8-0d2ac5f2a1b7",
                "dep123",
                "a1b2c3d4e5",
                Optional.empty(),
                "127.0.0.1",
                Optional.empty(),
                "Root=1-5759e988-bd862e3fe1be46a994272793",
                Map.of(),
                Optional.empty());
    }

    private static JsonNode event(Headers headers, String query, String body) {
        return event(facts(headers, query, Body.utf8(body), false));
    }

    private static JsonNode event(ProxyEventFacts facts) {
        return JsonMapper.shared().readTree(ProxyEvent.of(facts).bytes());
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    @Test
    void theMembersAreExactlyTheRecordedOnes() {
        JsonNode event = event(Headers.NONE, "", "");
        assertEquals(
                Set.of(
                        "resource",
                        "path",
                        "httpMethod",
                        "headers",
                        "multiValueHeaders",
                        "queryStringParameters",
                        "multiValueQueryStringParameters",
                        "pathParameters",
                        "stageVariables",
                        "requestContext",
                        "body",
                        "isBase64Encoded"),
                names(event));
        assertEquals(
                Set.of(
                        "accountId",
                        "apiId",
                        "deploymentId",
                        "domainName",
                        "domainPrefix",
                        "extendedRequestId",
                        "httpMethod",
                        "identity",
                        "path",
                        "protocol",
                        "requestId",
                        "requestTime",
                        "requestTimeEpoch",
                        "resourceId",
                        "resourcePath",
                        "stage"),
                names(event.get("requestContext")));
        assertEquals(
                Set.of(
                        "accessKey",
                        "accountId",
                        "caller",
                        "cognitoAuthenticationProvider",
                        "cognitoAuthenticationType",
                        "cognitoIdentityId",
                        "cognitoIdentityPoolId",
                        "principalOrgId",
                        "sourceIp",
                        "user",
                        "userAgent",
                        "userArn"),
                names(event.get("requestContext").get("identity")));
    }

    @Test
    void whatIsEmptyIsNull() {
        JsonNode event = event(Headers.NONE, "", "");
        for (String name :
                Set.of("queryStringParameters", "multiValueQueryStringParameters", "stageVariables", "body")) {
            assertTrue(event.get(name).isNull(), name);
        }
        assertFalse(event.get("isBase64Encoded").asBoolean());
    }

    @Test
    void headerNamesKeepTheirCaseButForTwo() {
        JsonNode event = event(
                Headers.of(
                        "user-agent",
                        "ua",
                        "tEsT-HEADeR",
                        "aValUE",
                        "aUThorization",
                        "random",
                        "Connection",
                        "close",
                        "Content-Length",
                        "2"),
                "",
                "{}");
        assertEquals("aValUE", event.get("headers").get("tEsT-HEADeR").asString());
        assertEquals("random", event.get("headers").get("Authorization").asString());
        assertEquals("ua", event.get("headers").get("User-Agent").asString());
        assertEquals(
                "ua",
                event.get("requestContext").get("identity").get("userAgent").asString());
        assertFalse(event.get("headers").has("Connection"));
        assertFalse(event.get("headers").has("Content-Length"));
        assertEquals(
                "[\"random\"]",
                event.get("multiValueHeaders").get("Authorization").toString());
    }

    @Test
    void theGatewayAddsWhereTheRequestCameFrom() {
        JsonNode headers = event(Headers.of("X-Forwarded-For", "10.0.0.1", "x-amzn-trace-id", "old"), "", "")
                .get("headers");
        assertEquals("10.0.0.1, 127.0.0.1", headers.get("X-Forwarded-For").asString());
        assertEquals("443", headers.get("X-Forwarded-Port").asString());
        assertEquals("https", headers.get("X-Forwarded-Proto").asString());
        assertEquals(
                "Root=1-5759e988-bd862e3fe1be46a994272793",
                headers.get("X-Amzn-Trace-Id").asString());
        assertEquals(
                "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
                headers.get("Host").asString());
    }

    @Test
    void repeatedHeadersAndParametersKeepTheLastValueAndAllOfThem() {
        JsonNode event = event(Headers.of("X-A", "1", "x-a", "2"), "category=electronics&category=books", "");
        assertEquals("2", event.get("headers").get("X-A").asString());
        assertEquals("[\"1\",\"2\"]", event.get("multiValueHeaders").get("X-A").toString());
        assertEquals(
                "{\"category\":\"books\"}", event.get("queryStringParameters").toString());
        assertEquals(
                "{\"category\":[\"electronics\",\"books\"]}",
                event.get("multiValueQueryStringParameters").toString());
    }

    @Test
    void theTimeIsGivenTwice() {
        JsonNode context = event(Headers.NONE, "", "").get("requestContext");
        assertEquals("09/Apr/2015:12:34:56 +0000", context.get("requestTime").asString());
        assertEquals(1_428_582_896_123L, context.get("requestTimeEpoch").asLong());
    }

    @Test
    void aBodyIsTextOrIfItsTypeIsBinaryBase64() {
        assertEquals(
                "{\"m\": 1}", event(Headers.NONE, "", "{\"m\": 1}").get("body").asString());
        JsonNode binary = event(facts(Headers.NONE, "", Body.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7}), true));
        assertEquals("AAECAwQFBgc=", binary.get("body").asString());
        assertTrue(binary.get("isBase64Encoded").asBoolean());
    }
}
