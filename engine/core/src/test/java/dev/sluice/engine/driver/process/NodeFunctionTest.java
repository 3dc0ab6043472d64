package dev.sluice.engine.driver.process;

import static dev.sluice.engine.driver.process.RunningFunctions.function;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.ProcessFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers in JavaScript, as they are written for Lambda, in real Node.js processes. */
class NodeFunctionTest {
    private static final boolean NODE = RunningFunctions.has("node");
    private static final ProcessFunction FUNCTION = function("nodejs20.x", "index.handler");

    @TempDir
    private Path folder;

    private interface Check {
        void run(RunningFunctions functions) throws Exception;
    }

    private void withCode(String file, String code, Check check) throws Exception {
        if (NODE) {
            try (var functions = new RunningFunctions(folder)) {
                functions.put(file, code);
                check.run(functions);
            }
        }
    }

    private void answers(String file, String code, String expected) throws Exception {
        withCode(file, code, functions -> assertEquals(expected, functions.payload(FUNCTION, "{\"n\":1}")));
    }

    @Test
    void anAsyncHandlerOfACommonJsFileAnswers() throws Exception {
        answers(
                "index.js",
                "exports.handler = async (event) => ({statusCode: 200, body: 'n' + event.n});",
                "{\"statusCode\":200,\"body\":\"n1\"}");
    }

    @Test
    void aHandlerOfAnEcmaScriptModuleAnswers() throws Exception {
        answers("index.mjs", "export const handler = async (event) => event.n + 1;", "2");
    }

    @Test
    void aHandlerWithACallbackAnswers() throws Exception {
        answers(
                "index.js",
                "exports.handler = (event, context, callback) => { setTimeout(() => callback(null, 'late'), 5); };",
                "\"late\"");
    }

    @Test
    void aHandlerThatReturnsAPromiseAnswers() throws Exception {
        answers("index.js", "exports.handler = () => Promise.resolve([1]);", "[1]");
    }

    @Test
    void aHandlerThatNeverCallsBackAnswersNull() throws Exception {
        answers("index.js", "exports.handler = () => { };", "null");
    }

    @Test
    void aHandlerThatThrowsIsAFunctionError() throws Exception {
        withCode("index.js", "exports.handler = async () => { throw new TypeError('no'); };", functions -> {
            var answer = functions.answer(FUNCTION, "{}");
            assertEquals(
                    "Unhandled", answer.headers().first("X-Amz-Function-Error").orElseThrow());
            String error = answer.body().utf8();
            assertTrue(error.startsWith("{\"errorType\":\"TypeError\",\"errorMessage\":\"no\",\"trace\":["), error);
        });
    }

    @Test
    void aFileThatIsNotThereOrWrongSaysSoAndTheNextTryMayWork() throws Exception {
        withCode("other.js", "", functions -> {
            assertTrue(functions.payload(FUNCTION, "{}").contains("Runtime.ImportModuleError"));
            functions.put("index.js", "exports.handler = async () => {;");
            assertTrue(functions.payload(FUNCTION, "{}").contains("Runtime.UserCodeSyntaxError"));
            functions.put("index.js", "exports.other = 1;");
            assertTrue(functions.payload(FUNCTION, "{}").contains("Runtime.HandlerNotFound"));
            functions.put("index.js", "exports.handler = async () => 'well';");
            assertEquals("\"well\"", functions.payload(FUNCTION, "{}"));
        });
    }

    @Test
    void theFirstInvocationIsColdAndTheNextFindsWhatItLeft() throws Exception {
        withCode("index.js", "let n = 0; exports.handler = async () => ++n;", functions -> {
            assertEquals("1", functions.payload(FUNCTION, "{}"));
            assertEquals("2", functions.payload(FUNCTION, "{}"));
            assertEquals(List.of(true, false), functions.cold());
            assertTrue(functions.lines().getLast().startsWith("REPORT RequestId: "));
            assertTrue(
                    functions.lines().get(2).contains("\tInit Duration: "),
                    functions.lines().toString());
        });
    }

    @Test
    void changedCodeRunsInANewEnvironmentFromTheNextInvocationOn() throws Exception {
        withCode("index.js", "const h = require('./lib/part'); exports.handler = async () => h;", functions -> {
            functions.put("lib/part.js", "module.exports = 'old';");
            assertEquals("\"old\"", functions.payload(FUNCTION, "{}"));
            functions.put("lib/part.js", "module.exports = 'new one';");
            assertEquals("\"new one\"", functions.payload(FUNCTION, "{}"));
            assertEquals(List.of(true, true), functions.cold());
        });
    }

    @Test
    void whatItPrintsIsInTheLogBetweenStartAndEnd() throws Exception {
        String code = "console.log('cold'); exports.handler = async (event, context) => {"
                + " console.log('hello', event); process.stderr.write('raw'); return context.awsRequestId; };";
        withCode("index.js", code, functions -> {
            String id = functions.payload(FUNCTION, "{\"n\":1}").replace("\"", "");
            List<String> lines = functions.lines();
            assertTrue(lines.get(0).endsWith("\tundefined\tINFO\tcold"), lines.toString());
            assertEquals("START RequestId: " + id + " Version: $LATEST", lines.get(1));
            assertTrue(lines.get(2).endsWith("\t" + id + "\tINFO\thello { n: 1 }"), lines.toString());
            assertEquals("raw", lines.get(3));
            assertEquals("END RequestId: " + id, lines.get(4));
            assertEquals(id, functions.entries().get(2).requestId());
        });
    }

    @Test
    void theEnvironmentIsLambdasAndTheFunctionsOwnAndNothingOfTheUser() throws Exception {
        String code = "exports.handler = async (event, context) => [process.env._HANDLER, process.env.STAGE,"
                + " process.env.AWS_REGION, process.env.AWS_ACCESS_KEY_ID, process.env.AWS_LAMBDA_FUNCTION_NAME,"
                + " process.env.JAVA_HOME, process.env._X_AMZN_TRACE_ID, context.invokedFunctionArn,"
                + " context.getRemainingTimeInMillis() > 1000, process.cwd() === process.env.LAMBDA_TASK_ROOT];";
        withCode("index.js", code, functions -> {
            var function = function("nodejs20.x", "index.handler", FUNCTION.limits(), Map.of("STAGE", "dev"));
            assertEquals(
                    "[\"index.handler\",\"dev\",\"eu-central-1\",\"sluice\",\"f\",null,"
                            + "\"Root=1-5759e988-bd862e3fe1be46a994272793\","
                            + "\"arn:aws:lambda:eu-central-1:123456789012:function:f\",true,true]",
                    functions.payload(function, "{}"));
        });
    }

    @Test
    void aFunctionThatExitsFailsAndIsReplaced() throws Exception {
        String code = "exports.handler = async (event) => { if (event.exit !== undefined) { console.log('bye');"
                + " process.exit(event.exit); } return 'alive'; };";
        withCode("index.js", code, functions -> {
            assertTrue(functions
                    .payload(FUNCTION, "{\"exit\":3}")
                    .matches("\\{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: [-0-9a-f]+ Error:"
                            + " Runtime exited with error: exit status 3\"}"));
            assertTrue(functions.lines().stream().anyMatch(line -> line.endsWith("bye")));
            assertTrue(functions.payload(FUNCTION, "{\"exit\":0}").contains("exited without providing a reason"));
            assertEquals("\"alive\"", functions.payload(FUNCTION, "{}"));
            assertEquals(List.of(true, true, true), functions.cold());
        });
    }

    @Test
    void aFunctionThatHangsIsEndedAtItsTimeoutWithItsChildrenAndReplaced() throws Exception {
        String code = "const { spawn } = require('child_process'); exports.handler = (event, context, callback) => {"
                + " if (event.hang) { console.log('child', spawn('sleep', ['1000']).pid); } else { callback(null, 1); } };";
        withCode("index.js", code, functions -> {
            var function =
                    function("nodejs20.x", "index.handler", new FunctionLimits(1, 128, Optional.empty(), 0), Map.of());
            String error = functions.payload(function, "{\"hang\":true}");
            assertTrue(error.contains("\"Sandbox.Timedout\""), error);
            assertTrue(error.endsWith("Error: Task timed out after 1.00 seconds\"}"), error);
            assertTrue(functions.lines().stream().anyMatch(line -> line.endsWith("Task timed out after 1.00 seconds")));
            String printed = functions.lines().stream()
                    .filter(line -> line.contains("\tchild "))
                    .findFirst()
                    .orElseThrow();
            long child = Long.parseLong(printed.substring(printed.lastIndexOf(' ') + 1));
            ProcessHandle.of(child)
                    .ifPresent(handle ->
                            handle.onExit().orTimeout(30, TimeUnit.SECONDS).join());
            assertEquals("1", functions.payload(function, "{}"));
        });
    }

    @Test
    void anAnswerOfSevenMegabytesIsAnErrorAndTheEnvironmentGoesOn() throws Exception {
        String code = "exports.handler = async (event) => 'x'.repeat(event.n);";
        withCode("index.js", code, functions -> {
            assertTrue(functions
                    .payload(FUNCTION, "{\"n\":" + 7 * 1024 * 1024 + "}")
                    .contains("\"Function.ResponseSizeTooLarge\""));
            assertEquals(
                    6_000_002, functions.payload(FUNCTION, "{\"n\":6000000}").length());
            assertEquals(List.of(true, false), functions.cold());
        });
    }

    @Test
    void moreThanTheReservedConcurrencyIsThrottledAndEveryEnvironmentRunsOneAtATime() throws Exception {
        String code = "let busy = 0; exports.handler = async () => { const now = ++busy;"
                + " await new Promise((done) => setTimeout(done, 300)); busy--; return now; };";
        withCode("index.js", code, functions -> {
            var function =
                    function("nodejs20.x", "index.handler", new FunctionLimits(60, 128, Optional.of(2), 0), Map.of());
            var first = functions.invoke(function, "{}");
            var second = functions.invoke(function, "{}");
            var third = functions.invoke(function, "{}");
            assertEquals(429, RunningFunctions.answer(third).status());
            assertEquals("1", RunningFunctions.answer(first).body().utf8());
            assertEquals("1", RunningFunctions.answer(second).body().utf8());
        });
    }

    @Test
    void beyondWhatTheMachineMayRunInvocationsWaitTheirTurn() throws Exception {
        if (!NODE) {
            return;
        }
        var options = ProcessOptions.in(folder, "eu-central-1").atMost(1);
        try (var functions = new RunningFunctions(folder, options)) {
            functions.put("index.js", "let n = 0; exports.handler = async () => ++n;");
            var all = Stream.generate(() -> functions.invoke(FUNCTION, "{}"))
                    .limit(20)
                    .toList();
            var answers = all.stream()
                    .map(each -> Integer.parseInt(
                            RunningFunctions.answer(each).body().utf8()))
                    .sorted()
                    .toList();
            assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), answers);
        }
    }

    @Test
    void closingEndsEveryProcessAndAnswersWhoWaits() throws Exception {
        String code =
                "exports.handler = (event, context, done) => event.hang ? setInterval(() => {}, 1000) : done(null, process.pid);";
        withCode("index.js", code, functions -> {
            long pid = Long.parseLong(functions.payload(FUNCTION, "{}"));
            var hanging = functions.invoke(FUNCTION, "{\"hang\":true}");
            functions.close();
            hanging.join();
            assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
            assertFalse(functions.invoke(FUNCTION, "{}").join() instanceof Outcome.Answered);
        });
    }

    @Test
    void aFolderThatIsNotThereIsAClearError() throws IOException {
        try (var functions = new RunningFunctions(folder.resolve("nowhere"))) {
            String error = functions.payload(FUNCTION, "{}");
            assertTrue(error.contains("Runtime.InvalidEntrypoint") && error.contains("there is no folder"), error);
        }
    }
}
