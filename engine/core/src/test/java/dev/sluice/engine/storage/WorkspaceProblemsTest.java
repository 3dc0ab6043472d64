package dev.sluice.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.Problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that can be wrong with a folder, the place it is reported at (the sign § marks it), and the rest loaded.
 */
class WorkspaceProblemsTest {
    private static final String OPENAPI = """
            {
              "openapi": "3.0.1",
              "info": {"title": "Shop", "version": "1"},
              "paths": {
                "/a": {
                  "get": {
                    "x-amazon-apigateway-integration": {
                      "type": "aws_proxy",
                      "httpMethod": "POST",
                      "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:fn/invocations"
                    }
                  }
                }
              }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspaceWithoutProblems() throws IOException {
        put("workspace.json", "{\"name\": \"shop\", \"profile\": \"article\"}");
        put("apis/shop/api.json", "{\"id\": \"a1b2c3d4e5\"}");
        put("apis/shop/openapi.json", OPENAPI);
        put("apis/shop/deployments/d1.json", "{\"id\": \"d1\", \"createdDate\": 1, \"openapi\": " + OPENAPI + "}");
        put("apis/shop/stages/prod.json", "{\"stageName\": \"prod\", \"deploymentId\": \"d1\"}");
        put("usage-plans/free.json", plan("a1b2c3d4e5", "prod", "k1"));
        put("api-keys/free.json", apiKey("k1", "free-key-0000000000000001"));
        put("domains/shop.json", domain("a1b2c3d4e5", "prod"));
        put("vpc-links/link.json", "{\"id\": \"l1\", \"name\": \"link\", \"targetGroup\": \"targets\"}");
        put("backends/fn.json", "{\"name\": \"fn\", \"type\": \"function\", \"echoEvent\": true}");
        put(
                "backends/targets.json",
                "{\"name\": \"targets\", \"type\": \"target-group\", \"targets\": [{\"id\": \"t\"}]}");
    }

    private static String plan(String api, String stage, String key) {
        return "{\"id\": \"p1\", \"name\": \"Free\", \"apiStages\": [{\"apiId\": \"%s\", \"stage\": \"%s\"}], \"apiKeyIds\": [\"%s\"]}"
                .formatted(api, stage, key);
    }

    private static String apiKey(String id, String value) {
        return "{\"id\": \"" + id + "\", \"name\": \"free\", \"value\": \"" + value + "\"}";
    }

    private static String domain(String api, String stage) {
        return "{\"domainName\": \"shop.example\", \"basePathMappings\": [{\"restApiId\": \"%s\", \"stage\": \"%s\"}]}"
                .formatted(api, stage);
    }

    private void put(String file, String text) throws IOException {
        Folders.put(folder, file, text);
    }

    private String lines() {
        return String.join(
                "\n",
                WorkspaceFolder.open(folder).problems().stream()
                        .map(Problem::oneLine)
                        .toList());
    }

    /** Puts the marked text into the file and expects a problem at the mark; nothing on disk changes. */
    private void expect(Severity severity, String sentence, String file, String marked) throws IOException {
        int mark = marked.indexOf('§');
        String before = marked.substring(0, mark);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        put(file, marked.replace("§", ""));
        expect(severity, sentence, file, line, column);
    }

    private void expect(Severity severity, String sentence, String file, int line, int column) throws IOException {
        Map<String, String> disk = Folders.content(folder);
        OpenedWorkspace opened = WorkspaceFolder.open(folder);
        assertTrue(
                opened.problems().stream()
                        .anyMatch(problem -> problem.severity() == severity
                                && problem.file().equals(folder.resolve(file).toString())
                                && problem.line() == line
                                && problem.column() == column
                                && problem.message().contains(sentence)),
                () -> "expected " + line + ":" + column + " " + sentence + ", found\n" + lines());
        assertEquals(disk, Folders.content(folder));
    }

    private void error(String sentence, String file, String marked) throws IOException {
        expect(Severity.ERROR, sentence, file, marked);
    }

    private void warning(String sentence, String file, String marked) throws IOException {
        expect(Severity.WARNING, sentence, file, marked);
    }

    @Test
    void theWorkspaceOfThisTestHasNone() {
        assertEquals("", lines());
    }

    @Test
    void aFolderThatIsNoWorkspaceIsReported() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        String empty = WorkspaceFolder.open(folder.resolve("empty"))
                .problems()
                .getFirst()
                .message();
        assertTrue(empty.contains("holds no workspace.json"), empty);
        String file = WorkspaceFolder.open(folder.resolve("workspace.json"))
                .problems()
                .getFirst()
                .message();
        assertTrue(file.contains("This is no folder"), file);
        String none = WorkspaceFolder.open(folder.resolve("none"))
                .problems()
                .getFirst()
                .message();
        assertTrue(none.contains("no such folder"), none);
    }

    @Test
    void aHalfWrittenFileIsReportedWhereItEndsAndTheRestIsLoaded() throws IOException {
        error("it ends in the middle", "usage-plans/free.json", "{\"id\": \"p1\",\n \"name\"§");
        OpenedWorkspace opened = WorkspaceFolder.open(folder);
        assertEquals(1, opened.workspace().restApis().size());
        assertEquals(0, opened.workspace().usagePlans().size());
    }

    @Test
    void unknownFieldsAreNamed() throws IOException {
        warning("\"naem\" is not known here", "workspace.json", "{\"name\": \"shop\", §\"naem\": 1}");
        warning(
                "\"retries\" is not known here",
                "backends/fn.json",
                "{\"name\": \"fn\", \"type\": \"function\",\n  \"echoEvent\": true, §\"retries\": 3}");
        warning(
                "\"burst\" is not known here",
                "apis/shop/stages/prod.json",
                "{\"stageName\": \"prod\", \"deploymentId\": \"d1\", \"methodSettings\": {\"*/*\": {§\"burst\": 1}}}");
    }

    @Test
    void wrongValuesAreNamed() throws IOException {
        error("is no profile", "workspace.json", "{\"name\": \"shop\", §\"profile\": \"azure\"}");
        error("is not one of", "workspace.json", "{\"name\": \"shop\", \"profile\": {§\"charging\": \"NEVER\"}}");
        error(
                "must be from 0",
                "workspace.json",
                "{\"name\": \"s\", \"account\": {\"throttleSettings\": {§\"rateLimit\": -1, \"burstLimit\": 1}}}");
        error(
                "whole number from 0",
                "workspace.json",
                "{\"name\": \"s\", \"account\": {\"throttleSettings\": {\"rateLimit\": 1, §\"burstLimit\": 1.5}}}");
        error(
                "go together",
                "workspace.json",
                "{\"name\": \"s\", \"account\": {\"throttleSettings\": {§\"rateLimit\": 1}}}");
        error("is not one of function", "backends/fn.json", "{\"name\": \"fn\", §\"type\": \"toaster\"}");
        error("has no answer", "backends/fn.json", "{\"name\": \"fn\", §\"type\": \"function\"}");
        String process = "{\"name\": \"fn\", \"type\": \"process-function\", ";
        error("Nothing says how to start", "backends/fn.json", process + "§\"Runtime\": \"cobol\"}");
        error("must name a file", "backends/fn.json", process + "\"Runtime\": \"nodejs22.x\", §\"Handler\": \"x\"}");
        error("from 1 to 900", "backends/fn.json", process + "\"Runtime\": \"provided\", §\"Timeout\": 901}");
        error(
                "is above ReservedConcurrentExecutions",
                "backends/fn.json",
                process
                        + "\"Runtime\": \"provided\", \"ReservedConcurrentExecutions\": 1, §\"ProvisionedConcurrency\": 2}");
        error(
                "is no address",
                "backends/fn.json",
                "{\"name\": \"fn\", \"type\": \"http-function\", §\"url\": \"localhost:9000\"}");
        error("\"id\" is missing", "vpc-links/link.json", "§{\"name\": \"link\", \"targetGroup\": \"targets\"}");
        warning(
                "20 to 128 characters",
                "api-keys/free.json",
                "{\"id\": \"k1\", \"name\": \"f\", §\"value\": \"short\"}");
    }

    @Test
    void referencesThatLeadNowhereAreNamed() throws IOException {
        error(
                "no API with the id \"x\"",
                "usage-plans/free.json",
                plan("x", "prod", "k1").replace("\"apiId\"", "§\"apiId\""));
        error(
                "has no stage \"test\"",
                "usage-plans/free.json",
                plan("a1b2c3d4e5", "test", "k1").replace("\"stage\"", "§\"stage\""));
        error(
                "no API key with the id \"k9\"",
                "usage-plans/free.json",
                plan("a1b2c3d4e5", "prod", "k9").replace("\"apiKeyIds\"", "§\"apiKeyIds\""));
        error("has no stage", "domains/shop.json", domain("a1b2c3d4e5", "x").replace("\"stage\"", "§\"stage\""));
        error(
                "no target group \"none\"",
                "vpc-links/link.json",
                "{\"id\": \"l1\", \"name\": \"link\", §\"targetGroup\": \"none\"}");
        error(
                "no deployment \"d7\"",
                "apis/shop/stages/prod.json",
                "{\"stageName\": \"prod\", §\"deploymentId\": \"d7\"}");
    }

    @Test
    void aKeyInNoPlanIsAWarning() throws IOException {
        warning(
                "in no usage plan",
                "api-keys/other.json",
                "{§\"id\": \"k2\", \"name\": \"other\", \"value\": \"other-key-000000000000002\"}");
    }

    @Test
    void twoKeysWithOneValueAreAnError() throws IOException {
        error(
                "has the same value",
                "api-keys/other.json",
                apiKey("k2", "free-key-0000000000000001").replace("\"value\"", "§\"value\""));
    }

    @Test
    void anIntegrationThatNamesNoBackendIsAWarningInItsDocument() throws IOException {
        warning(
                "No backend is a function named \"none\"",
                "apis/shop/openapi.json",
                OPENAPI.replace(":fn/", ":none/").replace("\"uri\"", "§\"uri\""));
    }

    @Test
    void twoThingsWithOneIdAreAnErrorAtTheSecond() throws IOException {
        error(
                "is in usage-plans/free.json",
                "usage-plans/second.json",
                plan("a1b2c3d4e5", "prod", "k1").replaceFirst("\"id\"", "§\"id\""));
        put("apis/twin/openapi.json", OPENAPI);
        error("is the id of apis/shop", "apis/twin/api.json", "{§\"id\": \"a1b2c3d4e5\"}");
    }

    @Test
    void anApiWithoutItsDocumentIsReported() throws IOException {
        Files.delete(folder.resolve("apis/shop/openapi.json"));
        expect(Severity.ERROR, "The file is missing", "apis/shop/openapi.json", 0, 0);
    }

    @Test
    void problemsInAFrozenDocumentNameTheDeploymentsFile() throws IOException {
        String frozen =
                "{\"id\": \"d1\", \"openapi\": {\"openapi\": \"3.0.1\",\n \"info\": {\"title\": \"A\"}, \"paths\": {§\"a\": {}}}}";
        error("must start with a slash", "apis/shop/deployments/d1.json", frozen);
    }

    @Test
    void aFileWithoutReadPermissionIsReported() throws IOException {
        Path file = folder.resolve("backends/fn.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this user may read every file: nothing was checked");
        assertTrue(lines().contains("permission denied"), lines());
    }

    @Test
    void changedBytesInAnyFileNeverThrow() throws IOException {
        var random = new Random(20_261_124);
        Map<String, String> valid = Folders.content(folder);
        for (int round = 0; round < 500; round++) {
            String file = valid.keySet().stream()
                    .skip(random.nextInt(valid.size()))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = valid.get(file).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < 3; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) "{}[]\":,0x\n\0".charAt(random.nextInt(11));
            }
            Files.write(folder.resolve(file), bytes);
            WorkspaceFolder.open(folder);
            put(file, valid.get(file));
        }
    }
}
