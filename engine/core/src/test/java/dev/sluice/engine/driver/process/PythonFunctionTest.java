package dev.sluice.engine.driver.process;

import static dev.sluice.engine.driver.process.RunningFunctions.function;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.ProcessFunction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers in Python, as they are written for Lambda, in real Python processes. */
class PythonFunctionTest {
    private static final boolean PYTHON = RunningFunctions.has("python3");
    private static final ProcessFunction FUNCTION = function("python3.12", "app.handler");

    @TempDir
    private Path folder;

    private interface Check {
        void run(RunningFunctions functions) throws Exception;
    }

    private void withCode(String code, Check check) throws Exception {
        if (PYTHON) {
            try (var functions = new RunningFunctions(folder)) {
                functions.put("app.py", code);
                check.run(functions);
            }
        }
    }

    @Test
    void aHandlerAnswersAndItsEnvironmentIsUsedAgain() throws Exception {
        String code = """
                n = 0
                def handler(event, context):
                    global n
                    n += 1
                    print("event", event)
                    return {"statusCode": 200, "body": str(n)}
                """;
        withCode(code, functions -> {
            assertEquals("{\"statusCode\": 200, \"body\": \"1\"}", functions.payload(FUNCTION, "{\"a\":1}"));
            assertEquals("{\"statusCode\": 200, \"body\": \"2\"}", functions.payload(FUNCTION, "{}"));
            assertEquals(List.of(true, false), functions.cold());
            assertEquals("event {'a': 1}", functions.lines().get(1));
        });
    }

    @Test
    void aHandlerThatRaisesOrCannotBeLoadedIsAFunctionError() throws Exception {
        withCode("def handler(event, context):\n    raise ValueError('no')\n", functions -> {
            var answer = functions.answer(FUNCTION, "{}");
            assertTrue(answer.headers().contains("X-Amz-Function-Error"));
            String error = answer.body().utf8();
            assertTrue(error.startsWith("{\"errorMessage\": \"no\", \"errorType\": \"ValueError\""), error);
            assertTrue(error.contains("raise ValueError('no')"), error);
            functions.put("app.py", "import nowhere\n");
            assertTrue(functions.payload(FUNCTION, "{}").contains("Runtime.ImportModuleError"));
            functions.put("app.py", "def other(): pass\n");
            assertTrue(functions.payload(FUNCTION, "{}").contains("Runtime.HandlerNotFound"));
            functions.put("app.py", "def handler(:\n");
            assertTrue(functions.payload(FUNCTION, "{}").contains("Runtime.UserCodeSyntaxError"));
            functions.put("app.py", "def handler(event, context):\n    return {1, 2}\n");
            assertTrue(functions.payload(FUNCTION, "{}").contains("Runtime.MarshalError"));
        });
    }

    @Test
    void aFunctionThatExitsOrHangsIsReplaced() throws Exception {
        String code = """
                import sys, time
                def handler(event, context):
                    if "exit" in event:
                        sys.exit(event["exit"])
                    while "hang" in event:
                        pass
                    return context.get_remaining_time_in_millis() > 0
                """;
        withCode(code, functions -> {
            var function =
                    function("python3.12", "app.handler", new FunctionLimits(2, 128, Optional.empty(), 0), Map.of());
            assertTrue(functions.payload(function, "{\"exit\":7}").contains("exit status 7"));
            assertTrue(functions.payload(function, "{\"hang\":1}").contains("Task timed out after 2.00 seconds"));
            assertEquals("true", functions.payload(function, "{}"));
        });
    }

    @Test
    void provisionedEnvironmentsStartBeforeTheFirstInvocation() throws Exception {
        withCode("def handler(event, context):\n    return 1\n", functions -> {
            var function =
                    function("python3.12", "app.handler", new FunctionLimits(60, 128, Optional.empty(), 1), Map.of());
            functions.processes().provision(List.of(function));
            assertEquals("1", functions.payload(function, "{}"));
            assertEquals(List.of(false), functions.cold());
        });
    }
}
