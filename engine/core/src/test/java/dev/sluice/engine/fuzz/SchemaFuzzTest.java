package dev.sluice.engine.fuzz;

import dev.sluice.engine.Engine;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Models as strangers write them, on bodies as strangers send them: a verdict every time, and no call outside. */
class SchemaFuzzTest {
    private static final String BODY = "\u001e";
    private static final long NOW_NANOS = FuzzedApi.START_NANOS;
    private static final AtomicInteger VISITS = new AtomicInteger();
    private static ServerSocket outside;

    @BeforeAll
    static void listen() throws IOException {
        outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    outside.accept().close();
                    VISITS.incrementAndGet();
                }
            } catch (IOException over) {
                // the test is over
            }
        });
    }

    @AfterAll
    static void close() throws IOException {
        outside.close();
    }

    @Test
    void everyModelGivesAVerdictOnEveryBody() {
        List<String> words = List.of(
                "\"$ref\": \"#/components/schemas/Thing\",",
                "{\"$ref\": \"#/components/schemas/Thing\"}",
                "{\"$ref\": \"file:///etc/passwd\"}",
                "{\"$ref\": \"http://127.0.0.1:" + outside.getLocalPort() + "/x\"}",
                "\"$schema\": \"http://127.0.0.1:" + outside.getLocalPort() + "/y\",",
                "\"id\": \"http://127.0.0.1:" + outside.getLocalPort() + "/z\",",
                "{}",
                "[]",
                "null",
                "-1",
                "{",
                "}",
                ",");
        Fuzz.run(0.1, random -> input(random, words), SchemaFuzzTest::check);
    }

    private static String input(SplittableRandom random, List<String> words) {
        String schema = schema(random, 3);
        return (random.nextBoolean() ? schema : Text.spoiled(random, schema, words)).replace(BODY, "")
                + BODY
                + Text.json(random, 4);
    }

    private static String schema(SplittableRandom random, int depth) {
        var text = new StringBuilder("{");
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(text.length() > 1 ? ", " : "").append(keyword(random, depth));
        }
        return text.append("}").toString();
    }

    private static String keyword(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth <= 0 ? 9 : 17)) {
            case 0 -> "\"type\": " + type(random);
            case 1 -> "\"required\": [\"" + Text.any(random, List.of("a", "id", "")) + "\"]";
            case 2 -> "\"enum\": [" + Text.json(random, 1) + ", " + Text.json(random, 1) + "]";
            case 3 ->
                "\"pattern\": \"" + Text.any(random, List.of("^a+$", "(a+)+$", "(", "(?!a)b", "\\\\d{1000}{1000}"))
                        + "\"";
            case 4 ->
                "\"" + Text.any(random, List.of("minimum", "maximum", "multipleOf", "minLength", "maxItems")) + "\": "
                        + Text.any(random, List.of("0", "1", "-1", "0.1", "1e400", "9999999999999999999"));
            case 5 -> "\"uniqueItems\": true";
            case 6 -> "\"format\": \"" + Text.any(random, List.of("date-time", "email", "uri", "regex", "none")) + "\"";
            case 7 ->
                "\"$ref\": \"" + Text.any(random, List.of("#/components/schemas/Thing", "#", "#/none", "Thing")) + "\"";
            case 8 -> "\"additionalProperties\": false";
            case 9 ->
                "\"properties\": {\"a\": " + schema(random, depth - 1) + ", \"id\": " + schema(random, depth - 1) + "}";
            case 10 -> "\"items\": " + schema(random, depth - 1);
            case 11 -> "\"not\": " + schema(random, depth - 1);
            case 12 -> "\"dependencies\": {\"a\": [\"b\"]}";
            case 13 -> "\"patternProperties\": {\"(a|aa)+$\": " + schema(random, depth - 1) + "}";
            default ->
                "\"" + Text.any(random, List.of("allOf", "anyOf", "oneOf", "items")) + "\": ["
                        + schema(random, depth - 1) + ", " + schema(random, depth - 1) + "]";
        };
    }

    private static String type(SplittableRandom random) {
        return Text.any(
                random,
                List.of(
                        "\"object\"",
                        "\"array\"",
                        "\"string\"",
                        "\"integer\"",
                        "\"null\"",
                        "[\"string\", \"number\"]",
                        "\"x\""));
    }

    private static void check(String input) {
        int end = input.lastIndexOf(BODY);
        String schema = end < 0 ? input : input.substring(0, end);
        FuzzedApi.withModel(schema).ifPresent(workspace -> {
            Engine engine = Engine.open(workspace, Engine.Settings.startingAt(NOW_NANOS, 7));
            Headers headers = Headers.of("Host", FuzzedApi.HOST, "Content-Type", "application/json");
            var request = new HttpRequest(
                    "POST", "/prod/valid?q=1", headers, Body.utf8(input.substring(end + 1)), "127.0.0.1");
            Step step = engine.gateway().open(request).begin(NOW_NANOS);
            int status = ((Step.Reply) step).response().status();
            if (status != 200 && status != 400 && status != 500) {
                throw new AssertionError("status " + status);
            }
        });
        if (VISITS.get() > 0) {
            throw new AssertionError("a schema called outside");
        }
    }
}
