package dev.sluice.engine.execution.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.execution.authorization.TriedApi.Around;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lambda authorizers as requests meet them (data-plane section 8.1). */
class LambdaAuthorizerTest {
    private static final String URI =
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:auth/invocations";

    private static String api(String authorizer, String... top) {
        return """
                openapi: 3.0.1
                info: {title: Tried}
                %s
                paths:
                  /a/{id}:
                    get: &method
                      security: [{auth: []}]
                      responses: {"200": {}}
                      x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: 200, responseTemplates: {application/json: '$context.authorizer.principalId|$context.authorizer.level|$context.authorizer.admin|$context.authorizer.nothing'}}}}
                  /b:
                    get: *method
                components:
                  securitySchemes:
                    auth: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: custom, x-amazon-apigateway-authorizer: {authorizerUri: "%s", %s}}
                """.formatted(String.join("\n", top), URI, authorizer);
    }

    private static FunctionAnswer answer(String effect, String resource) {
        return new FunctionAnswer.Payload("""
                {"principalId":"user-one","policyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"%s","Action":"execute-api:Invoke","Resource":"%s"}]},"context":{"level":7,"admin":true,"tenant":"t1"}}""".formatted(effect, resource));
    }

    private static TriedApi tried(String authorizer, FunctionAnswer answer) {
        return TriedApi.of(api(authorizer), Around.functions(Map.of("auth", answer)));
    }

    private static void assertAnswer(int status, String errorType, String body, HttpResponse response) {
        assertEquals(
                status + " " + body, response.status() + " " + response.body().utf8());
        assertEquals(errorType, response.headers().first("x-amzn-ErrorType").orElse(""));
        assertFalse(response.headers().contains("X-Amzn-Trace-Id"), "no call to an integration was made");
    }

    @Test
    void anAllowedCallerIsKnownToTemplates() {
        TriedApi api = tried("type: token", answer("Allow", "*"));
        HttpResponse response = api.get("/a/1", "authorization", "Bearer secret-token");
        assertEquals("user-one|7|true|", response.body().utf8());
        assertFalse(response.headers().contains("X-Amzn-Trace-Id"), "MOCK shows none, also behind an authorizer");
    }

    @Test
    void theEventOfATokenHasExactlyThreeMembers() {
        TriedApi api = tried("type: token", answer("Allow", "*"));
        api.get("/a/1?q=2", "Authorization", "Bearer secret-token");
        JsonNode event = api.events().getFirst();
        assertEquals(Set.of("type", "methodArn", "authorizationToken"), new TreeSet<>(event.propertyNames()));
        assertEquals(TriedApi.ARN + "prod/GET/a/1", event.path("methodArn").asString());
        assertEquals("Bearer secret-token", event.path("authorizationToken").asString());
    }

    @Test
    void theEventOfARequestIsTheRequestWithoutItsBody() {
        TriedApi api = tried("type: request, authorizerResultTtlInSeconds: 0", answer("Allow", "*"));
        api.get("/a/1?q=1&q=2", "X-One", "1", "x-api-key", "key-of-twenty-letters", "User-Agent", "test");
        JsonNode event = api.events().getFirst();
        assertEquals(
                List.of(
                        "type",
                        "methodArn",
                        "resource",
                        "path",
                        "httpMethod",
                        "headers",
                        "multiValueHeaders",
                        "queryStringParameters",
                        "multiValueQueryStringParameters",
                        "pathParameters",
                        "stageVariables",
                        "requestContext"),
                List.copyOf(event.propertyNames()));
        assertEquals("REQUEST", event.path("type").asString());
        assertEquals("/a/{id}", event.path("resource").asString());
        assertEquals("/a/1", event.path("path").asString());
        assertEquals("2", event.path("queryStringParameters").path("q").asString());
        assertEquals("1", event.path("pathParameters").path("id").asString());
        assertEquals("one", event.path("stageVariables").path("v").asString());
        assertEquals("/prod/a/1", event.path("requestContext").path("path").asString());
        JsonNode identity = event.path("requestContext").path("identity");
        assertEquals("203.0.113.7", identity.path("sourceIp").asString());
        assertEquals("key-of-twenty-letters", identity.path("apiKey").asString());
        assertFalse(identity.has("apiKeyId"));
        api.get("/b");
        assertEquals("{}", api.events().getLast().path("queryStringParameters").toString());
        assertEquals("{}", api.events().getLast().path("pathParameters").toString());
    }

    @Test
    void withoutATokenTheFunctionIsNotAsked() {
        TriedApi api = tried("type: token", answer("Allow", "*"));
        assertAnswer(401, "UnauthorizedException", "{\"message\":\"Unauthorized\"}", api.get("/b"));
        assertAnswer(
                401, "UnauthorizedException", "{\"message\":\"Unauthorized\"}", api.get("/b", "Authorization", ""));
        assertEquals(new Cause.IdentityMissing("auth", "method.request.header.Authorization"), api.cause());
        assertEquals(List.of(), api.events());
    }

    @Test
    void theValidationExpressionHasToMatchTheWholeToken() {
        TriedApi api = tried("type: token, identityValidationExpression: '[a-z]+'", answer("Allow", "*"));
        assertEquals(200, api.get("/b", "Authorization", "abc").status());
        assertEquals(401, api.get("/b", "Authorization", "abc1").status());
        assertInstanceOf(Cause.IdentityImplausible.class, api.cause());
        assertEquals(1, api.events().size());
    }

    @Test
    void identitySourcesAreNeededWhileAnswersAreKeptAndAreTheKey() {
        String sources =
                "'method.request.header.X-A, method.request.querystring.b, stageVariables.v, context.identity.sourceIp'";
        TriedApi api = tried("type: request, identitySource: " + sources, answer("Allow", "*"));
        assertEquals(401, api.get("/b", "X-A", "1").status());
        assertEquals(401, api.get("/b?b=", "X-A", "1").status());
        assertEquals(200, api.get("/b?b=2", "x-a", "1").status());
        assertEquals(200, api.get("/b?b=2&c=3", "X-A", "1").status());
        assertEquals(1, api.events().size());
        assertEquals(200, api.get("/b?b=3", "X-A", "1").status());
        assertEquals(2, api.events().size());
        TriedApi unkept = tried(
                "type: request, authorizerResultTtlInSeconds: 0, identitySource: " + sources, answer("Allow", "*"));
        assertEquals(200, unkept.get("/b").status());
        assertEquals(200, unkept.get("/b").status());
        assertEquals(2, unkept.events().size());
    }

    @Test
    void anAnswerIsKeptForItsTimeAndAskedAgainForEachMethod() {
        TriedApi api =
                tried("type: token, authorizerResultTtlInSeconds: 60", answer("Allow", TriedApi.ARN + "prod/GET/b"));
        assertEquals(200, api.get("/b", "Authorization", "t").status());
        assertEquals(403, api.get("/a/1", "Authorization", "t").status());
        assertEquals(1, api.events().size());
        assertEquals(200, api.get("/b", "Authorization", "u").status());
        assertEquals(2, api.events().size());
        api.letPass(59);
        assertEquals(200, api.get("/b", "Authorization", "t").status());
        assertEquals(2, api.events().size());
        api.letPass(1);
        assertEquals(200, api.get("/b", "Authorization", "t").status());
        assertEquals(3, api.events().size());
    }

    @Test
    void aFlushForgetsTheAnswersOfItsStageOnly() {
        TriedApi api = tried("type: token", answer("Allow", "*"));
        api.get("/b", "Authorization", "t");
        api.engine().flushAuthorizers(TriedApi.API_ID, "dev");
        api.get("/b", "Authorization", "t");
        assertEquals(1, api.events().size());
        api.engine().flushAuthorizers(TriedApi.API_ID, "prod");
        api.get("/b", "Authorization", "t");
        assertEquals(2, api.events().size());
    }

    @Test
    void denialsSayWhetherTheyAreExplicit() {
        assertAnswer(
                403,
                "AccessDeniedException",
                "{\"Message\":\"User is not authorized to access this resource with an explicit deny\"}",
                tried("type: token", answer("Deny", "*")).get("/b", "Authorization", "t"));
        TriedApi silent = tried("type: token", answer("Allow", TriedApi.ARN + "prod/GET/c"));
        assertAnswer(
                403,
                "AccessDeniedException",
                "{\"Message\":\"User is not authorized to access this resource\"}",
                silent.get("/b", "Authorization", "t"));
        assertEquals(
                new Cause.AccessDenied(Cause.Decider.AUTHORIZER, "anonymous", TriedApi.ARN + "prod/GET/b", false),
                silent.cause());
    }

    @Test
    void onlyTheErrorUnauthorizedIs401() {
        TriedApi unauthorized = tried("type: token", new FunctionAnswer.Fails("Unauthorized", "Error"));
        assertAnswer(
                401,
                "UnauthorizedException",
                "{\"message\":\"Unauthorized\"}",
                unauthorized.get("/b", "Authorization", "t"));
        unauthorized.get("/b", "Authorization", "t");
        assertEquals(2, unauthorized.events().size(), "errors are not kept");
        TriedApi other = tried("type: token", new FunctionAnswer.Fails("Unauthorized!", "Error"));
        assertAnswer(500, "AuthorizerFailureException", "{\"message\":null}", other.get("/b", "Authorization", "t"));
        assertEquals(new Cause.AuthorizerFailed("auth", "Unauthorized!"), other.cause());
    }

    @Test
    void anAnswerThatCannotBeUsedIs500AndNotKept() {
        String policy = "\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":[]}";
        for (String payload : List.of(
                "null",
                "\"Unauthorized\"",
                "not json",
                "{" + policy + "}",
                "{\"principalId\":\"\"," + policy + "}",
                "{\"principalId\":\"u\"}",
                "{\"principalId\":\"u\",\"policyDocument\":\"{}\"}",
                "{\"principalId\":\"u\",\"policyDocument\":{}}",
                "{\"principalId\":\"u\",\"policyDocument\":{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\",\"Condition\":{\"Odd\":{}}}]}}",
                "{\"principalId\":\"u\"," + policy + ",\"context\":{\"a\":[]}}",
                "{\"principalId\":\"u\"," + policy + ",\"context\":{\"a\":{\"b\":1}}}",
                "{\"principalId\":\"u\"," + policy + ",\"context\":\"a\"}")) {
            TriedApi api = tried("type: token", new FunctionAnswer.Payload(payload));
            HttpResponse response = api.get("/b", "Authorization", "t");
            assertEquals(500, response.status(), payload);
            assertEquals("{\"message\":null}", response.body().utf8(), payload);
            assertEquals(
                    "AuthorizerConfigurationException",
                    response.headers().first("x-amzn-ErrorType").orElse(""));
            api.get("/b", "Authorization", "t");
            assertEquals(2, api.events().size(), payload);
        }
    }

    @Test
    void aMissingFunctionIs500() {
        TriedApi api = TriedApi.of(api("type: token"), Around.NOTHING);
        assertAnswer(
                500, "AuthorizerConfigurationException", "{\"message\":null}", api.get("/b", "Authorization", "t"));
        assertEquals(new Cause.AuthorizerMisconfigured("auth", "There is no function \"auth\"."), api.cause());
    }

    @Test
    void aResourcePolicysDenialComesBeforeTheCall() {
        String deny =
                "x-amazon-apigateway-policy: {Statement: [{Effect: Deny, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/prod/GET/b'}, {Effect: Allow, Principal: '*', Action: '*', Resource: '*'}]}";
        TriedApi api = TriedApi.of(
                api("type: token", deny), Around.functions(Map.of("auth", answer("Allow", TriedApi.ARN + "other"))));
        assertAnswer(
                403,
                "AccessDeniedException",
                "{\"Message\":\"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:abcdef1234/prod/GET/b with an explicit deny\"}",
                api.get("/b", "Authorization", "t"));
        assertEquals(List.of(), api.events());
        assertEquals(200, api.get("/a/1", "Authorization", "t").status(), "silent authorizer, allowing policy");
    }

    @Test
    void theAuthorizerMayGiveTheApiKey() {
        String top = "x-amazon-apigateway-api-key-source: AUTHORIZER";
        String document = api("type: token", top)
                .replace("[{auth: []}]", "[{auth: []}, {key: []}]")
                .replace(
                        "securitySchemes:\n",
                        "securitySchemes:\n    key: {type: apiKey, name: x-api-key, in: header}\n");
        var key = new ApiKey("key1", "key", "value-of-twenty-letters-1", true);
        String usable = ((FunctionAnswer.Payload) answer("Allow", "*")).json();
        var given = new FunctionAnswer.Payload(
                usable.replaceFirst("\\{", "{\"usageIdentifierKey\":\"value-of-twenty-letters-1\","));
        assertEquals(
                200,
                TriedApi.of(document, Around.functions(Map.of("auth", given)).withKey(key))
                        .get("/b", "Authorization", "t")
                        .status());
        TriedApi without = TriedApi.of(
                document, Around.functions(Map.of("auth", answer("Allow", "*"))).withKey(key));
        assertEquals(
                403,
                without.get("/b", "Authorization", "t", "x-api-key", "value-of-twenty-letters-1")
                        .status());
        assertInstanceOf(Cause.ApiKeyMissing.class, without.cause());
    }

    @Test
    void aMethodArnOver1600BytesIs414() {
        TriedApi api = tried("type: token", answer("Allow", "*"));
        HttpResponse response = api.get("/a/" + "x".repeat(1_600), "Authorization", "t");
        assertEquals(414, response.status());
        assertTrue(response.body().utf8().contains("Request URI too long"));
        assertEquals(List.of(), api.events());
    }

    @Test
    void theExecutionLogTellsTheStoryWithoutTheSecret() {
        TriedApi api = tried("type: token", answer("Allow", "*"));
        api.get("/b", "Authorization", "Bearer very-secret-token", "Cookie", "session=secret-cookie");
        List<String> log = api.log().stream()
                .map(line -> line.replaceFirst("\\([^)]*\\) ", ""))
                .toList();
        assertTrue(log.get(1).startsWith("Starting authorizer: "), log.toString());
        assertEquals("Incoming identity: ******************-token", log.get(2));
        assertTrue(log.get(3)
                .startsWith("Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/"));
        assertTrue(log.get(4).startsWith("Endpoint request headers: {x-amzn-lambda-integration-tag="), log.get(4));
        assertTrue(log.get(4).contains("/authorizers/"), log.get(4));
        assertTrue(log.get(5).startsWith("Endpoint request body after transformations: {\"type\":\"TOKEN\""));
        assertTrue(log.get(6).startsWith("Sending request to https://lambda."));
        assertTrue(log.get(7).startsWith("Authorizer result body before parsing: {\"principalId\":"));
        assertEquals("Using valid authorizer policy for principal: **er-one", log.get(8));
        assertEquals("Successfully completed authorizer execution", log.get(9));
        assertTrue(log.get(10).startsWith("Verifying Usage Plan for request: "));
        assertTrue(log.stream().noneMatch(line -> line.contains("very-secret")), log.toString());
        TriedApi request = tried("type: request, authorizerResultTtlInSeconds: 0", answer("Allow", "*"));
        request.get("/b", "Authorization", "Bearer very-secret-token", "Cookie", "session=secret-cookie");
        String event = String.join("\n", request.log());
        assertTrue(event.contains("\"type\":\"REQUEST\""));
        assertFalse(event.substring(0, event.indexOf("Sending request")).contains("very-secret"), event);
        assertFalse(event.substring(0, event.indexOf("Sending request")).contains("session=secret"), event);
        TriedApi refused = tried("type: token", new FunctionAnswer.Fails("Unauthorized", "Error"));
        refused.get("/b", "Authorization", "t");
        assertTrue(refused.log().stream().anyMatch(line -> line.contains(") Unauthorized request: ")));
        assertTrue(refused.log().getLast().endsWith("Method completed with status: 401"));
    }
}
