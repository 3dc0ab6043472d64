package dev.sluice.engine.driver.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.ProcessFunction;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Runtime API as a runtime sees it. The process only says where the API is, through a named pipe, and the test
 * plays the runtime; where the system has no named pipes there is nothing to check.
 */
class RuntimeApiTest {
    private static final boolean UNIX =
            !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    private static final int FUZZED = 2_000;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private RunningFunctions functions;
    private ProcessFunction function;

    @BeforeEach
    void aFunctionWhoseProcessOnlySaysWhereItIs() throws Exception {
        Path code = Files.createDirectory(folder.resolve("code"));
        functions = new RunningFunctions(code);
        if (UNIX) {
            String pipe = folder.resolve("address").toString();
            assertEquals(0, new ProcessBuilder("mkfifo", pipe).start().waitFor());
            function = RunningFunctions.command(
                    new FunctionLimits(600, 128, Optional.empty(), 0),
                    "sh",
                    "-c",
                    "echo $AWS_LAMBDA_RUNTIME_API > ../address; exec sleep 1000");
        }
    }

    @AfterEach
    void everythingEnds() {
        functions.close();
        client.close();
    }

    private String address() throws IOException {
        return Files.readString(folder.resolve("address")).strip();
    }

    private HttpResponse<String> ask(String address, String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + address + "/2018-06-01/runtime/" + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void aRuntimeGetsTheEventAndGivesTheAnswer() throws Exception {
        if (!UNIX) {
            return;
        }
        CompletableFuture<Outcome> invocation = functions.invoke(function, "{\"a\":\"ä\"}");
        String address = address();
        HttpResponse<String> next = ask(address, "GET", "invocation/next", "");
        assertEquals(200, next.statusCode());
        assertEquals("{\"a\":\"ä\"}", next.body());
        String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        long deadline =
                next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms").orElseThrow();
        assertTrue(deadline > System.currentTimeMillis());
        assertEquals(
                "arn:aws:lambda:eu-central-1:123456789012:function:f",
                next.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn").orElseThrow());
        assertTrue(next.headers().firstValue("Lambda-Runtime-Trace-Id").isPresent());

        assertEquals(403, ask(address, "GET", "invocation/next", "").statusCode());
        assertEquals(400, ask(address, "POST", "invocation/other/response", "1").statusCode());
        assertEquals(403, ask(address, "POST", "init/error", "{}").statusCode());
        HttpResponse<String> taken = ask(address, "POST", "invocation/" + id + "/response", "{\"b\":2}");
        assertEquals("202 {\"status\":\"OK\"}", taken.statusCode() + " " + taken.body());
        assertEquals(
                403, ask(address, "POST", "invocation/" + id + "/response", "3").statusCode());
        assertEquals("{\"b\":2}", RunningFunctions.answer(invocation).body().utf8());
    }

    @Test
    void aRuntimeThatCannotStartSaysWhy() throws Exception {
        if (!UNIX) {
            return;
        }
        CompletableFuture<Outcome> invocation = functions.invoke(function, "{}");
        assertEquals(
                202,
                ask(address(), "POST", "init/error", "{\"errorType\":\"Mine\"}").statusCode());
        assertEquals(
                "{\"errorType\":\"Mine\"}",
                RunningFunctions.answer(invocation).body().utf8());
    }

    @Test
    void anAnswerThatIsTooLargeIsRefusedAndTheNextEventComes() throws Exception {
        if (!UNIX) {
            return;
        }
        CompletableFuture<Outcome> invocation = functions.invoke(function, "{}");
        String address = address();
        String id = ask(address, "GET", "invocation/next", "")
                .headers()
                .firstValue("Lambda-Runtime-Aws-Request-Id")
                .orElseThrow();
        HttpResponse<String> refused =
                ask(address, "POST", "invocation/" + id + "/response", "x".repeat(7 * 1024 * 1024));
        assertEquals(413, refused.statusCode());
        assertTrue(RunningFunctions.answer(invocation).body().utf8().contains("Function.ResponseSizeTooLarge"));
        CompletableFuture<Outcome> second = functions.invoke(function, "2");
        assertEquals("2", ask(address, "GET", "invocation/next", "").body());
        assertEquals(false, second.isDone());
    }

    @Test
    void aWebPageHasNoAccess() throws Exception {
        if (!UNIX) {
            return;
        }
        functions.invoke(function, "{}");
        URI next = URI.create("http://" + address() + "/2018-06-01/runtime/invocation/next");
        var fromPage = HttpRequest.newBuilder(next)
                .header("Origin", "https://example.com")
                .build();
        assertEquals(404, client.send(fromPage, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void whateverIsSentToItTheFunctionGoesOn() throws Exception {
        if (!UNIX) {
            return;
        }
        CompletableFuture<Outcome> invocation = functions.invoke(function, "{}");
        String address = address();
        var random = new SplittableRandom(7);
        for (int i = 0; i < FUZZED; i++) {
            send(address, random);
        }
        HttpResponse<String> next = ask(address, "GET", "invocation/next", "");
        String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        assertEquals(
                202,
                ask(address, "POST", "invocation/" + id + "/response", "\"well\"")
                        .statusCode());
        assertEquals("\"well\"", RunningFunctions.answer(invocation).body().utf8());
    }

    /** A request that may be anything but the two that would rightly end the cold start. */
    private static void send(String address, SplittableRandom random) throws IOException {
        String[] methods = {"GET", "POST", "PUT", "DELETE", "x", "", "GET GET"};
        String[] starts = {"/2018-06-01/runtime/", "/2018-06-01/", "/2020-01-01/extension/", "/", "", "http://a/", "*"};
        String[] ends = {
            "invocation/", "invocation//response", "invocation/a/error", "invocation/a/b/c", "init", "%", "\u0000"
        };
        String[] headers = {
            "",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Host: evil\r\n",
            ": x\r\n"
        };
        String text = pick(methods, random) + " " + pick(starts, random) + pick(ends, random) + " HTTP/1.1\r\n"
                + (random.nextBoolean() ? "Host: " + address + "\r\n" : "") + pick(headers, random) + "\r\n"
                + "x".repeat(random.nextInt(50));
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (var socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }

    private static String pick(String[] choices, SplittableRandom random) {
        return choices[random.nextInt(choices.length)];
    }
}
