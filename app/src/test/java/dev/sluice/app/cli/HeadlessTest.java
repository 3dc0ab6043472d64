package dev.sluice.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.control.document.DocumentParser;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Problems;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started from a shell, where there is no JavaFX. */
class HeadlessTest {
    private static final String SAMPLE = "../sample-apis/troubleshooting-429";

    @TempDir
    private Path folder;

    @Test
    void versionHelpCheckAndImportNeedNoJavaFx() throws Exception {
        assertTrue(output("--version").startsWith("sluice "));
        assertTrue(output("--help").startsWith("Usage: sluice"));
        assertEquals("", output("check", SAMPLE));
        String imported = output("import", SAMPLE + "/apis/shop/openapi.json", "--into", folder + "/w");
        assertTrue(imported.startsWith("Imported shop as "), imported);
    }

    @Test
    void serveSaysWhereItIsAnswersAndStopsWhenAsked() throws Exception {
        try (var sluice = ChildSluice.start(err(), "serve", SAMPLE, "--port", "0")) {
            Node.Mapping ready = parse(sluice.readLine());
            assertEquals("http://127.0.0.1:" + text(ready, "port"), text(ready, "controlUrl"));
            assertEquals(
                    "[{\"id\": 1, \"name\": \"Ada\"}, {\"id\": 2, \"name\": \"Grace\"}]",
                    get(invokeUrl(ready, "prod") + "/users", keyOfPlan(ready, "Gold")));
            sluice.stop();
            assertStopped(sluice);
        }
    }

    @Test
    void programsAreNotStartedWithoutTrustAndOneLineNamesThem() throws Exception {
        try (var sluice = ChildSluice.start(err(), "serve", "../sample-apis/functions-node-python", "--port", "0")) {
            String ready = sluice.readLine();
            assertTrue(ready.contains("fn0n0depy1/dev"), ready);
            sluice.stop();
            assertStopped(sluice);
            String first = Files.readAllLines(err()).getFirst();
            assertTrue(
                    first.startsWith("sluice: not started without --trust: crash: nodejs22.x crash.handler ("), first);
        }
    }

    @Test
    void openWithoutAWindowServesAndSaysWhatToTry() throws Exception {
        try (var sluice = ChildSluice.start(err(), "open", SAMPLE)) {
            String url = invokeUrl(parse(sluice.readLine()), "prod");
            assertEquals("[{\"id\": \"o-1\", \"total\": 42}]", get(url + "/orders", "gold-key-0000000000000001"));
            sluice.stop();
            assertStopped(sluice);
            var lines = Files.readAllLines(err());
            assertTrue(lines.getFirst().startsWith("No window: this installation has no window"), lines::toString);
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("  curl -i -H") && line.contains(url)));
        }
    }

    private Path err() {
        return folder.resolve("err");
    }

    private String output(String... arguments) throws Exception {
        try (var sluice = ChildSluice.start(err(), arguments)) {
            String out = sluice.readToEnd();
            assertEquals(0, sluice.awaitExitCode(), () -> errText());
            return out;
        }
    }

    private String errText() {
        try {
            return Files.readString(err());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Nothing but the ready line was said to programs, and to stop is no failure. */
    private static void assertStopped(ChildSluice sluice) throws InterruptedException {
        assertEquals("", sluice.readToEnd());
        assertEquals(0, sluice.awaitExitCode());
    }

    private static String get(String url, String key) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setConnectTimeout(20_000);
        connection.setReadTimeout(20_000);
        connection.setRequestProperty("x-api-key", key);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }

    private Node.Mapping parse(String line) {
        assertTrue(line != null, this::errText);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Node ready = DocumentParser.parse("ready line", bytes, new Problems("ready line"))
                .orElseThrow();
        return assertInstanceOf(Node.Mapping.class, ready);
    }

    private static String invokeUrl(Node.Mapping ready, String stage) {
        Node.Mapping api = item(ready, "apis", "id", "a1b2c3d4e5");
        return text(item(api, "stages", "name", stage), "invokeUrl");
    }

    private static String keyOfPlan(Node.Mapping ready, String plan) {
        return text(item(ready, "apiKeys", "plan", plan), "value");
    }

    private static Node.Mapping item(Node.Mapping mapping, String list, String name, String value) {
        return assertInstanceOf(Node.Sequence.class, mapping.get(list).orElseThrow()).items().stream()
                .map(Node.Mapping.class::cast)
                .filter(candidate -> text(candidate, name).equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Node.Mapping mapping, String name) {
        return assertInstanceOf(Node.Scalar.class, mapping.get(name).orElseThrow())
                .text();
    }
}
