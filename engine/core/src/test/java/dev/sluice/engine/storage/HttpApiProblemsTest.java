package dev.sluice.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.control.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong in the files of an HTTP API, where it is reported, and that the rest is loaded. */
class HttpApiProblemsTest {
    private static final String API = "http-apis/pets/";

    @TempDir
    private Path folder;

    @BeforeEach
    void anApiWithoutProblems() throws IOException {
        put("workspace.json", "{\"name\": \"pets\"}");
        put("backends/fn.json", "{\"name\": \"fn\", \"type\": \"function\", \"echoEvent\": true}");
        put(API + "api.json", "{\"apiId\": \"h1\", \"name\": \"pets\"}");
        put(API + "routes/pets.json", route("GET /pets/{id}", "integrations/i1", ""));
        put(
                API + "integrations/i1.json",
                "{\"integrationId\": \"i1\", \"integrationType\": \"AWS_PROXY\", \"integrationUri\":"
                        + " \"arn:aws:lambda:us-east-1:123456789012:function:fn\", \"payloadFormatVersion\": \"2.0\"}");
        put(API + "stages/default.json", "{\"stageName\": \"$default\", \"autoDeploy\": true}");
    }

    @Test
    void nothingIsWrongAtFirst() {
        assertEquals(List.of(), problems());
        assertEquals(1, WorkspaceFolder.open(folder).workspace().httpApis().size());
    }

    @Test
    void aRouteKeyThatIsNoneLeavesTheRouteOut() throws IOException {
        put(API + "routes/pets.json", route("FETCH pets", "integrations/i1", ""));
        assertProblem("routes/pets.json", "routeKey", "is no route key");
        assertEquals(
                List.of(),
                WorkspaceFolder.open(folder)
                        .workspace()
                        .httpApis()
                        .getFirst()
                        .draft()
                        .routes());
    }

    @Test
    void anAuthorizationThatIsNoneLeavesTheRouteOutInsteadOfOpen() throws IOException {
        put(API + "routes/pets.json", route("GET /pets", "integrations/i1", ", \"authorizationType\": \"JTW\""));
        assertProblem("routes/pets.json", "authorizationType", "JTW");
        assertEquals(
                List.of(),
                WorkspaceFolder.open(folder)
                        .workspace()
                        .httpApis()
                        .getFirst()
                        .draft()
                        .routes());
    }

    @Test
    void whatLeadsNowhereIsReportedWhereItIsSaid() throws IOException {
        put(API + "routes/pets.json", route("GET /pets", "integrations/i2", ""));
        assertProblem("routes/pets.json", "target", "no integration \"i2\"");
        put(API + "routes/pets.json", route("GET /pets", "integrations/i1", ", \"authorizationType\": \"JWT\""));
        assertProblem("routes/pets.json", "authorizerId", "needs the id of a JWT authorizer");
        put(API + "stages/prod.json", "{\"stageName\": \"prod\", \"deploymentId\": \"d9\"}");
        assertProblem("stages/prod.json", "deploymentId", "no deployment \"d9\"");
        put(API + "stages/prod.json", "{\"stageName\": \"prod\"}");
        assertProblem("stages/prod.json", "deploymentId", "serves nothing");
        put("domains/d.json", """
                {"domainName": "a.example", "basePathMappings": [{"restApiId": "h1", "stage": "lost"}]}""");
        assertProblem("domains/d.json", "basePathMappings[0].stage", "has no stage \"lost\"");
    }

    @Test
    void aParameterMappingThatDoesNothingIsReported() throws IOException {
        put(API + "integrations/i1.json", """
                {"integrationId": "i1", "integrationType": "HTTP_PROXY", "integrationUri": "http://a.example",
                 "requestParameters": {"overwrite:header.Authorization": "x", "set:header.A": "y"}}""");
        assertProblem("integrations/i1.json", "requestParameters.overwrite:header.Authorization", "cannot be mapped");
        assertProblem("integrations/i1.json", "requestParameters.set:header.A", "maps nothing");
    }

    @Test
    void aSecondApiOfTheSameIdIsLeftOut() throws IOException {
        put("http-apis/zoo/api.json", "{\"apiId\": \"h1\", \"name\": \"zoo\"}");
        assertTrue(problems().stream().anyMatch(problem -> problem.message().contains("is the id of http-apis/pets")));
        assertEquals(1, WorkspaceFolder.open(folder).workspace().httpApis().size());
    }

    private void assertProblem(String file, String path, String words) {
        assertTrue(
                problems().stream()
                        .anyMatch(problem -> problem.file().endsWith(file)
                                && problem.path().equals(path)
                                && problem.message().contains(words)
                                && problem.line() > 0),
                () -> file + " " + path + ": " + problems());
    }

    private List<Problem> problems() {
        return WorkspaceFolder.open(folder).problems();
    }

    private static String route(String key, String target, String more) {
        return "{\"routeId\": \"r1\", \"routeKey\": \"" + key + "\", \"target\": \"" + target + "\"" + more + "}";
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
