package dev.sluice.engine.fuzz;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.ImportedApi;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.control.openapi.OpenApiWriter;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.BehaviourProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAPI documents, ours and spoiled: read or refused with a place, and no {@code $ref} reads a file or calls out. */
class DocumentFuzzTest {
    private static final String MARK = "canary-e5a1c0de";
    private static final ImportSettings SETTINGS =
            new ImportSettings("a1b2c3d4e5", Account.DEFAULT, BehaviourProfile.AWS.timeoutCeiling());
    private static final Path CASES = Path.of("src/test/resources/conformance/cases");
    private static final Path SAMPLES = Path.of("../../sample-apis");
    private static final AtomicInteger VISITS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static final List<String> DOCUMENTS = new ArrayList<>();
    private static ServerSocket outside;

    @BeforeAll
    static void collect() throws IOException {
        for (Path file : files(SAMPLES, "openapi.json")) {
            DOCUMENTS.add(Files.readString(file));
        }
        for (Path file : files(CASES, ".json")) {
            JsonNode document = JsonMapper.shared().readTree(file).at("/api/openapi");
            if (document.isObject()) {
                DOCUMENTS.add(document.toString());
            }
        }
        Files.writeString(folder.resolve("secret.json"), "{\"type\": \"object\", \"title\": \"" + MARK + "\"}");
        outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(DocumentFuzzTest::count);
    }

    private static List<Path> files(Path under, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(under)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void count() {
        try {
            while (true) {
                outside.accept().close();
                VISITS.incrementAndGet();
            }
        } catch (IOException over) {
            // the test is over
        }
    }

    @AfterAll
    static void close() throws IOException {
        outside.close();
    }

    @Test
    void documentsAreReadOrRefusedAndReachNothingOutside() {
        String file = folder.resolve("secret.json").toString();
        List<String> words = List.of(
                "{\"$ref\": \"file://" + file + "\"}",
                "{\"$ref\": \"" + file + "\"}",
                "{\"$ref\": \"secret.json#/title\"}",
                "{\"$ref\": \"http://127.0.0.1:" + outside.getLocalPort() + "/x.json\"}",
                "{\"$ref\": \"#/\"}",
                "{\"$ref\": \"#/paths\"}",
                "\"$ref\": \"file://" + file + "\",",
                "\"x-amazon-apigateway-\"",
                "!!java.net.URL",
                "&a [*a]",
                "<<: *a",
                "{",
                "}",
                "[",
                "]",
                "\"",
                ",",
                "null",
                "-1",
                "1e999",
                "\"a\": \"b\",");
        Fuzz.run(0.2, random -> input(random, words), DocumentFuzzTest::check);
    }

    private static String input(SplittableRandom random, List<String> words) {
        return Text.spoiled(random, Text.any(random, DOCUMENTS), words);
    }

    private static void check(String input) {
        byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("a.json", "a.yaml")) {
            ImportedApi read = OpenApiReader.read(name, bytes, SETTINGS);
            String seen = read.problems()
                    + read.definition().map(OpenApiWriter::write).orElse("");
            if (seen.contains(MARK) || VISITS.get() > 0) {
                throw new AssertionError("a $ref reached outside of the document");
            }
            for (Problem problem : read.problems()) {
                if (problem.message().isBlank()) {
                    throw new AssertionError("a problem without a word");
                }
            }
        }
    }
}
