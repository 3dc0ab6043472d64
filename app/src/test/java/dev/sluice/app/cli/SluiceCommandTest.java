package dev.sluice.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SluiceCommandTest {
    private static final String SAMPLE = "../sample-apis/troubleshooting-429";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int sluice(String... arguments) {
        return SluiceCommand.run(arguments, new PrintStream(out, true), new PrintStream(err, true));
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void assertOneLine(String part) {
        assertEquals(1, err().lines().count(), err());
        assertTrue(err().contains(part), err());
    }

    @Test
    void aPortOutOfRangeOrNoNumberIsAUsageError() {
        assertEquals(2, sluice("serve", SAMPLE, "--port", "99999"));
        assertOneLine("--port is 99999");
        err.reset();
        assertEquals(2, sluice("serve", SAMPLE, "--port", "many"));
        assertOneLine("many");
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertEquals(3, sluice("serve", SAMPLE, "--port", Integer.toString(taken.getLocalPort())));
        }
        assertOneLine("is taken");
        assertOneLine("--port");
    }

    @Test
    void aFolderThatIsNoWorkspaceIsSaidInOneLine() {
        assertEquals(3, sluice("serve", folder.toString()));
        assertOneLine("holds no workspace.json");
    }

    @Test
    void aHalfWrittenWorkspaceIsNotServedAndNotChanged() throws IOException {
        Path file = folder.resolve("workspace.json");
        Files.writeString(file, "{\"name\":");
        assertEquals(1, sluice("serve", folder.toString()));
        assertOneLine("workspace.json:1:9: error");
        assertEquals("{\"name\":", Files.readString(file));
    }

    @Test
    void checkOfAFolderThatIsNoWorkspaceSaysSo() {
        assertEquals(3, sluice("check", folder.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("holds no workspace.json"));
    }

    @Test
    void checkSaysNothingAboutASample() {
        assertEquals(0, sluice("check", SAMPLE));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void importCreatesAWorkspaceAndDeploys() throws IOException {
        Path document = folder.resolve("api.yaml");
        Files.writeString(
                document,
                "{openapi: 3.0.1, info: {title: A}, paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock}}}}}");
        assertEquals(0, sluice("import", document.toString(), "--into", folder + "/w", "--deploy", "prod"), err());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("2 resources, 1 methods; deployed to prod"));
        assertEquals(0, sluice("check", folder + "/w"));
    }

    @Test
    void importWritesNothingWhenTheDocumentHasErrors() throws IOException {
        Path document = folder.resolve("api.yaml");
        Files.writeString(document, "{openapi: 3.0.1, info: {title: A}, paths: {a: {}}}");
        assertEquals(1, sluice("import", document.toString(), "--into", folder + "/w"));
        assertFalse(Files.exists(folder.resolve("w")));
    }
}
