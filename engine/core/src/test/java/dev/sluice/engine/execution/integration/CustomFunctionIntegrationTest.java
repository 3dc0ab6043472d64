package dev.sluice.engine.execution.integration;

import static dev.sluice.engine.execution.integration.OneMethod.FUNCTION;
import static dev.sluice.engine.execution.integration.OneMethod.answer;
import static dev.sluice.engine.execution.integration.OneMethod.get;
import static dev.sluice.engine.execution.integration.OneMethod.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AWS on a function: event, selection by error message, what keeps it from being called (data-plane section 10). */
class CustomFunctionIntegrationTest {
    private static final String PLAIN = "type: aws\nhttpMethod: POST\nuri: '" + FUNCTION + "'\n";
    private static final String PATTERNS = PLAIN + """
            responses:
              default: {statusCode: '200'}
              'Bad input.*': {statusCode: '400'}
              '.+': {statusCode: '502'}
              '200': {statusCode: '504'}
            """;

    private static Outcome failed(String message) {
        return answer(
                200,
                "{\"errorMessage\":\"" + message + "\",\"errorType\":\"Error\"}",
                "X-Amz-Function-Error",
                "Unhandled");
    }

    @Test
    void theEventIsTheRenderedTemplateOrTheBodyItself() {
        OneMethod templated =
                OneMethod.with(PLAIN + "requestTemplates: {application/json: '{\"id\": \"$input.params(''id'')\"}'}\n"
                        + "responses: {default: {statusCode: '200'}}");
        HttpResponse response = templated.send(get("/7"), answer(200, "\"Pass\""));
        assertEquals(
                "{\"id\": \"7\"}",
                assertInstanceOf(FunctionInvocation.class, templated.call())
                        .event()
                        .utf8());
        assertEquals("\"Pass\"", response.body().utf8());
        assertEquals(
                "application/json", response.headers().first("Content-Type").orElseThrow());
        assertTrue(response.headers().contains("X-Amzn-Trace-Id"));

        OneMethod plain = OneMethod.with(PLAIN + "responses: {default: {statusCode: '200'}}");
        plain.send(post("{\"a\":1}"), answer(200, "null"));
        assertEquals("{\"a\":1}", ((FunctionInvocation) plain.call()).event().utf8());
    }

    @Test
    void aFunctionThatReturnsTakesTheDefaultWhateverThePatternsSay() {
        assertEquals(
                200, OneMethod.with(PATTERNS).send(get("/1"), answer(200, "{}")).status());
        OneMethod anything = OneMethod.with(PLAIN + "responses: {'.*': {statusCode: '500'}}");
        assertEquals(500, anything.send(get("/1"), answer(200, "{}")).status());
        assertEquals(new Cause.NoOutputMapping("200"), anything.cause());
    }

    @ParameterizedTest
    @CsvSource({"Bad input: x,400", "No Bad input,502", "Bad,502", "200,502"})
    void aFailureIsMatchedByItsWholeMessage(String message, int status) {
        HttpResponse response = OneMethod.with(PATTERNS).send(get("/1"), failed(message));
        assertEquals(status, response.status());
        assertEquals(
                "{\"errorMessage\":\"" + message + "\",\"errorType\":\"Error\"}",
                response.body().utf8());
    }

    @Test
    void aFailureThatNothingMatchesTakesTheDefaultAndWithoutOneIsA500() {
        String pattern = "'X.*': {statusCode: '400'}";
        HttpResponse byDefault = OneMethod.with(PLAIN + "responses: {default: {statusCode: '200'}, " + pattern + "}")
                .send(get("/1"), failed("other"));
        assertEquals(200, byDefault.status());
        assertTrue(byDefault.body().utf8().contains("other"));

        OneMethod without = OneMethod.with(PLAIN + "responses: {" + pattern + "}");
        assertEquals(500, without.send(get("/1"), failed("other")).status());
        assertTrue(
                without.log()
                        .contains(
                                "Execution failed due to configuration error: No match for output mapping and no default output mapping configured. Endpoint Response Status Code: 200"),
                without.log().toString());
    }

    @Test
    void headersReadIntoTheJsonOfAnErrorMessage() {
        OneMethod method = OneMethod.with(PLAIN + """
                responses:
                  default:
                    statusCode: '200'
                    responseParameters:
                      method.response.header.kind: integration.response.body.errorMessage.kind
                      method.response.header.trace: integration.response.body.errorMessage.trace
                """);
        HttpResponse response =
                method.send(get("/1"), failed("{\\\"kind\\\":\\\"K\\\",\\\"trace\\\":{\\\"line\\\": 3}}"));
        assertEquals("K", response.headers().first("kind").orElseThrow());
        assertEquals("{\"line\":3}", response.headers().first("trace").orElseThrow());
    }

    @Test
    void anInvocationOfTypeEventIsNotWaitedFor() {
        OneMethod method = OneMethod.with(PLAIN
                + "requestParameters: {integration.request.header.X-Amz-Invocation-Type: \"'Event'\"}\n"
                + "responses: {default: {statusCode: '200'}}");
        HttpResponse response = method.send(post("{\"a\":1}"), Call.Unawaited.ACCEPTED);
        Call.Unawaited started = assertInstanceOf(Call.Unawaited.class, method.call());
        assertEquals(
                "{\"a\":1}",
                assertInstanceOf(FunctionInvocation.class, started.call())
                        .event()
                        .utf8());
        assertEquals(200, response.status());
        assertTrue(response.body().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"403,Invalid permissions on Lambda function", "429,Rate Exceeded."})
    void aFunctionThatIsNotRunIsA500ThatSaysWhy(int status, String line) {
        OneMethod method = OneMethod.with(PATTERNS);
        HttpResponse response = method.send(get("/1"), answer(status, "{\"errorMessage\":\"Bad input\"}"));
        assertEquals(500, response.status());
        assertEquals("{\"message\": \"Internal server error\"}", response.body().utf8());
        assertTrue(
                method.log().contains("Execution failed due to configuration error: " + line),
                method.log().toString());
    }

    @Test
    void theLogNamesLambdasOwnIdOfTheInvocation() {
        OneMethod method = OneMethod.with(PATTERNS);
        method.send(get("/1"), answer(429, "{}", "x-amzn-RequestId", "11111111-2222-4333-8444-555555555555"));
        String line = "Lambda invocation failed with status: 429. Lambda request id: ";
        assertTrue(
                method.log().contains(line + "11111111-2222-4333-8444-555555555555"),
                method.log().toString());
        method.send(get("/1"), answer(429, "{}"));
        assertTrue(method.log().stream().anyMatch(text -> text.matches(line + "[0-9a-f-]{36}")));
    }

    @Test
    void withoutABodyTheEventIsAnEmptyObject() {
        OneMethod method = OneMethod.with(PATTERNS);
        method.send(get("/1"), answer(200, "{}"));
        assertTrue(method.log().contains("Endpoint request body after transformations: {}"));
    }

    @Test
    void aFunctionThatIsNotThereIsA500() {
        OneMethod method = OneMethod.with(PATTERNS.replace(":fn/", ":nobody/"));
        assertEquals(500, method.sendUncalled(get("/1")).status());
        assertEquals(new Cause.FunctionNotFound("nobody"), method.cause());
    }

    @Test
    void lambdaIsInvokedByPostAlone() {
        OneMethod method = OneMethod.with(PATTERNS.replace("POST", "GET"));
        assertEquals(500, method.sendUncalled(get("/1")).status());
    }

    @Test
    void aNameMayHoldAStageVariable() {
        OneMethod method = OneMethod.with(PATTERNS.replace(":fn/", ":${stageVariables.fn}/"));
        method.send(get("/1"), answer(200, "{}"));
        assertEquals("fn", ((FunctionInvocation) method.call()).function().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length",
                "Transfer-Encoding",
                "Authorization",
                "Connection",
                "Expect",
                "Proxy-Authenticate",
                "TE",
                "te",
                "X-Amzn-Trace-Id"
            })
    void aMappingToAHeaderOfTheGatewayIsA500BeforeAnythingIsCalled(String header) {
        OneMethod method = OneMethod.with(PLAIN + "requestParameters: {integration.request.header." + header
                + ": \"'x'\"}\n" + "responses: {default: {statusCode: '200'}}");
        HttpResponse response = method.sendUncalled(get("/1"));
        assertEquals(500, response.status());
        assertEquals(36, response.body().length());
        assertTrue(!response.headers().contains("X-Amzn-Trace-Id"));
        assertTrue(method.log().stream().anyMatch(line -> line.endsWith(header + " header already present")));
    }

    @Test
    void timeoutsReachFrom50MillisecondsToTheCeiling() {
        OneMethod method = OneMethod.with(PATTERNS + "timeoutInMillis: 50");
        HttpResponse late = method.send(get("/1"), new Outcome.TimedOut());
        assertEquals(50, method.waitMillis());
        assertEquals(504, late.status());
        assertEquals(
                "{\"message\": \"Endpoint request timed out\"}", late.body().utf8());

        OneMethod raised = OneMethod.with(PATTERNS + "timeoutInMillis: 60000");
        raised.send(get("/1"), answer(200, "{}"));
        assertEquals(60_000, raised.waitMillis());
        OneMethod fixed = OneMethod.with(PATTERNS + "timeoutInMillis: 60000", BehaviourProfile.ARTICLE);
        fixed.send(get("/1"), answer(200, "{}"));
        assertEquals(29_000, fixed.waitMillis());
    }

    @Test
    void anEventOverSixMegabytesIsTooLong() {
        OneMethod method = OneMethod.with(PATTERNS);
        var request = OneMethod.request("POST", "/1", Body.utf8("x".repeat(6 * 1024 * 1024 + 1)));
        HttpResponse response = method.sendUncalled(request);
        assertEquals(413, response.status());
        assertEquals("{\"message\": \"Request Too Long\"}", response.body().utf8());
    }

    @Test
    void aFunctionThatPrintsNothingHasNothingToSayAndOneWithoutJsonFailsTheTemplateThatReadsIt() {
        OneMethod plain = OneMethod.with(PATTERNS);
        assertTrue(plain.send(get("/1"), answer(200, "")).body().isEmpty());

        OneMethod read = OneMethod.with(
                PLAIN
                        + "responses: {default: {statusCode: '200', responseTemplates: {application/json: \"$input.json('$.a')\"}}}");
        assertEquals(500, read.send(get("/1"), answer(200, "{\"a\": ")).status());
        assertTrue(
                read.log().stream()
                        .anyMatch(
                                line -> line.startsWith(
                                        "Execution failed due to configuration error: Unable to transform response: The body is not JSON")),
                read.log().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "arn:aws:iam::123456789012:user/u", "arn:aws:iam::*:user/*", "${stageVariables.x}"})
    void aRoleThatCannotBeAssumedIsA500(String role) {
        OneMethod method = OneMethod.with(PATTERNS + "credentials: '" + role + "'");
        assertEquals(500, method.sendUncalled(get("/1")).status());
        String arn = role.startsWith("$") ? "" : role;
        assertTrue(
                method.log()
                        .contains(
                                "Execution failed due to configuration error: API Gateway does not have permission to assume the provided role "
                                        + arn),
                method.log().toString());
    }

    @Test
    void aRoleIsAssumed() {
        OneMethod method = OneMethod.with(PATTERNS + "credentials: arn:aws:iam::123456789012:role/service-role/r");
        assertEquals(200, method.send(get("/1"), answer(200, "{}")).status());
    }
}
