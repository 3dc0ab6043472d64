package dev.sluice.engine.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The runner lets no case pass of which it did not check all: here every case is wrong in one thing. */
class RunnerTest {
    private static final String RIGHT = "\"status\": 200, \"body\": {\"json\": {\"a\": [1, {\"b\": \"x\"}]}}";

    @Test
    void aCaseWhoseExpectationsHoldDiffersInNothing() throws IOException {
        assertEquals(List.of(), differences(step("\"expect\": {" + RIGHT + "}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\": 201",
                "\"status\": {\"oneOf\": [201, 404]}",
                "\"headers\": {\"content-type\": \"text/plain\"}",
                "\"headers\": {\"Content-Type\": {\"absent\": true}}",
                "\"headers\": {\"x-none\": {\"present\": true}}",
                "\"headers\": {\"content-type\": {\"regex\": \"^json\"}}",
                "\"headerNamesCaseSensitive\": [\"content-TYPE\"]",
                "\"headerValues\": {\"content-type\": [\"application/json\", \"b\"]}",
                "\"body\": {\"exact\": \"{}\"}",
                "\"body\": {\"json\": {\"a\": [1, {\"b\": \"x\"}], \"c\": 1}}",
                "\"body\": {\"json\": {\"a\": [1, {}]}}",
                "\"body\": {\"jsonSubset\": {\"a\": [1]}}",
                "\"body\": {\"jsonRegex\": {\"a\": \"^y\"}}",
                "\"body\": {\"jsonRegex\": {\"none\": \"\"}}",
                "\"body\": {\"jsonHasKeys\": [\"b\"]}",
                "\"body\": {\"jsonKeysExactly\": [\"a\", \"b\"]}",
                "\"body\": {\"base64\": \"AA==\"}",
                "\"body\": {\"regex\": \"^x\"}",
                "\"body\": {\"empty\": true}",
                "\"event\": {\"backend\": \"fn\", \"subset\": {}}",
                "\"backendReceived\": {\"backend\": \"fn\", \"method\": \"POST\"}",
                "\"backendCalls\": {\"fn\": 1}"
            })
    void anExpectationThatDoesNotHoldIsADifference(String expectation) throws IOException {
        List<String> differences = differences(step("\"expect\": {" + expectation + "}"));
        assertEquals(1, differences.size(), differences.toString());
        assertTrue(!differences.getFirst().contains("not understood"), differences.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"expect\": {\"trailers\": {}}",
                "\"expect\": {\"body\": {\"xml\": \"<a/>\"}}",
                "\"expect\": {\"headers\": {\"a\": {\"glob\": \"*\"}}}",
                "\"expect\": {\"status\": {\"not\": 500}}",
                "\"expect\": {\"backendReceived\": {\"backend\": \"fn\", \"notCalled\": true, \"order\": 1}}",
                "\"expect\": {}, \"metrics\": []",
                "\"expect\": {}, \"request\": {\"method\": \"GET\", \"path\": \"/\", \"delay\": 1}",
                "\"expect\": {}, \"request\": {\"kind\": \"websocket\"}",
                "\"expect\": {}, \"request\": {\"kind\": \"control\", \"op\": \"Fly\", \"params\": {}}"
            })
    void whatIsNotUnderstoodIsADifference(String parts) throws IOException {
        assertNotUnderstood(differences(step(parts)));
    }

    @Test
    void anUnknownStubBehaviourSettingOrTopLevelMemberIsADifference() throws IOException {
        assertNotUnderstood(differences(step("\"expect\": {}").replace("\"return\"", "\"explode\"")));
        assertNotUnderstood(
                differences(step("\"expect\": {}").replace("\"name\": \"s\"", "\"name\": \"s\", \"waf\": 1")));
        assertNotUnderstood(differences(step("\"expect\": {}").replace("\"steps\"", "\"weather\": 1, \"steps\"")));
        assertNotUnderstood(differences(step("\"expect\": {}").replace("apigw-case/1", "apigw-case/2")));
    }

    private static void assertNotUnderstood(List<String> differences) {
        assertTrue(differences.toString().contains("not understood"), differences.toString());
    }

    private static List<String> differences(String json) throws IOException {
        var testCase = new ConformanceCase(Json.parsed(json));
        List<String> problems = testCase.notUnderstood();
        if (!problems.isEmpty()) {
            return problems;
        }
        var stubs = new Stubs(testCase.backends());
        try (var driver = new SimulatedDriver(stubs)) {
            return CaseRun.differences(testCase, driver, stubs);
        }
    }

    /** A case of one step; its request is a GET unless the parts bring another. */
    private static String step(String parts) {
        String request = parts.contains("\"request\"") ? "" : "\"request\": {\"method\": \"GET\", \"path\": \"/\"}, ";
        return """
                {"format": "apigw-case/1", "id": "a/b",
                 "api": {"kind": "rest", "openapi": {"openapi": "3.0.1", "info": {"title": "case", "version": "1"},
                  "paths": {"/": {"get": {"responses": {"200": {"description": "ok"}},
                   "x-amazon-apigateway-integration": {"type": "mock",
                    "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
                    "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json":
                     "{\\"a\\": [1, {\\"b\\": \\"x\\"}]}"}}}}}}}}},
                 "stage": {"name": "s"},
                 "backends": [{"name": "fn", "kind": "lambda", "behavior": {"type": "return", "payload": 1}}],
                 "steps": [{""" + request + parts + "}]}";
    }
}
