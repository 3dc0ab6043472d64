package dev.sluice.engine.execution.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a MOCK status code (data-plane section 10.9). */
class MockStatusCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusCode\": 200}",
                "{statusCode: 200}",
                "{'statusCode':200}",
                "\n\n{\n  \"statusCode\": 200\n}\n",
                "{\"statusCode\": 200,}",
                "{,,\"statusCode\": 200,,}",
                "{\"a\": {\"statusCode\": 500}, \"statusCode\": 200, \"b\": [1, \"}\"]}",
                "{junk, \"x\" \"y\", \"statusCode\": 200}",
                "{\n  \n    \"statusCode\": 200\n  \n}",
                "{\"message\": \"it's, {fine\", \"statusCode\": 200}"
            })
    void almostJsonIsEnough(String rendered) {
        assertEquals(OptionalInt.of(200), MockStatusCode.read(rendered));
    }

    /** LocalStack's validated tests: "literally any". */
    @ParameterizedTest
    @ValueSource(ints = {0, -1000, 99999})
    void anyWholeNumberWillDo(int status) {
        assertEquals(OptionalInt.of(status), MockStatusCode.read("{\"statusCode\": " + status + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "200",
                "{\"statusCode\": \"200\"}",
                "{\"statusCode\": 200.5}",
                "{\"statusCode\": }",
                "{\"statusCode: 200}",
                "{\"a\": \"b, \"statusCode\": 200}",
                "\"statusCode\": 200}",
                "[{\"statusCode\": 200}]",
                "{\"a\": {\"statusCode\": 200}}",
                "{\"STATUSCODE\": 200}",
                "{\"statusCode\": 200",
                "{\"statusCode\": -}",
                "{\"statusCode\": true}"
            })
    void whatHasNoWholeNumberUnderThatNameFails(String rendered) {
        assertEquals(OptionalInt.empty(), MockStatusCode.read(rendered));
    }
}
