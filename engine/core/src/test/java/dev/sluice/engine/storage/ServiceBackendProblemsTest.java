package dev.sluice.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.control.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong in the file of a service's resource is said with the place where it stands: the sign § marks it. */
class ServiceBackendProblemsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspace() throws IOException {
        Folders.put(folder, "workspace.json", "{\"name\": \"w\"}");
    }

    private void assertProblem(String text, String message) throws IOException {
        Folders.put(folder, "backends/b.json", text.replace("§", ""));
        String before = text.substring(0, text.indexOf('§'));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        List<Problem> problems = WorkspaceFolder.open(folder).problems();
        Problem found = problems.stream()
                .filter(problem -> problem.message().contains(message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not reported: " + message + " in " + problems));
        assertEquals(line + ":" + column, found.line() + ":" + found.column(), found.oneLine());
    }

    private void assertMachineProblem(String states, String message) throws IOException {
        assertProblem("""
                {"name": "b", "type": "state-machine",
                  "definition": {"StartAt": "A",
                    "States": %s}}
                """.formatted(states), message);
    }

    @Test
    void aStateThatLeadsNowhereIsReportedWhereItSaysSo() throws IOException {
        assertMachineProblem("{\"A\": {\"Type\": \"Pass\", §\"Next\": \"B\"}}", "There is no state \"B\"");
        assertMachineProblem("{§\"A\": {\"Type\": \"Pass\"}}", "either \"Next\" or \"End\"");
        assertMachineProblem("{\"A\": {§\"Type\": \"Map\", \"End\": true}}", "Map is not modelled");
        assertMachineProblem(
                "{\"A\": {\"Type\": \"Pass\", \"End\": true, §\"Paramters\": {}}}", "\"Paramters\" is not known here");
        assertMachineProblem(
                "{\"A\": {\"Type\": \"Pass\", \"End\": true, §\"InputPath\": \"$..a\"}}", "is no reference path");
        assertMachineProblem(
                "{\"A\": {\"Type\": \"Choice\", \"Choices\": [\n{§\"Variable\": \"a\", \"IsNull\": true, \"Next\": \"A\"}]}}",
                "is no reference path");
    }

    @Test
    void aTaskThatIsNotModelledIsReportedAndAnUnknownFunctionToo() throws IOException {
        assertMachineProblem(
                "{\"A\": {\"Type\": \"Task\", §\"Resource\": \"arn:aws:states:::sqs:sendMessage.waitForTaskToken\", \"End\": true}}",
                "wait for a token");
        assertMachineProblem(
                "{\"A\": {\"Type\": \"Task\", §\"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:gone\", \"End\": true}}",
                "No backend is a function named \"gone\"");
    }

    @Test
    void aPatternThatMatchesNothingIsReported() throws IOException {
        assertProblem("""
                {"name": "b", "type": "event-bus", "rules": [
                  {"Name": "r", §"EventPattern": {"source": "shop"}, "Targets": []}]}
                """, "The event pattern matches nothing");
        assertProblem("""
                {"name": "b", "type": "event-bus", "rules": [
                  {"Name": "r", "EventPattern": {"source": ["shop"]}, "Targets": [
                    {"Id": "t", §"Arn": "arn:aws:sqs:us-east-1:123456789012:gone"}]}]}
                """, "There is no queue \"gone\"");
    }

    @Test
    void wrongQueuesAndTablesAreReported() throws IOException {
        assertProblem(
                "{\"name\": \"b\", \"type\": \"queue\", \"attributes\": {§\"VisibilityTimeout\": 50000}}",
                "must be a whole number from 0 to 43200");
        assertProblem(
                "{\"name\": \"b\", \"type\": \"queue\", \"attributes\": {\"RedrivePolicy\": {§\"deadLetterTargetArn\": \"x:gone\"}}}",
                "There is no queue \"gone\"");
        assertProblem(
                "{\"name\": \"b\", \"type\": \"table\", \"partitionKey\": {\"AttributeName\": \"id\"}, \"items\": [\n §{\"x\": {\"S\": \"a\"}}]}",
                "One of the required keys was not given a value");
        assertProblem("{\"name\": \"b\", §\"type\": \"bucket\"}", "is not one of function");
    }

    @Test
    void aDefinitionThatIsNoJsonIsKeptAsItIs() throws IOException {
        String text = "{\"name\": \"b\", \"type\": \"state-machine\", \"definition\": \"not yet\"}";
        Folders.put(folder, "backends/b.json", text);
        OpenedWorkspace opened = WorkspaceFolder.open(folder);
        assertTrue(
                opened.problems().stream().anyMatch(problem -> problem.message().contains("is no JSON object")));
        WorkspaceFolder.save(folder, opened.workspace());
        assertEquals(
                opened.workspace().backends(),
                WorkspaceFolder.open(folder).workspace().backends());
    }
}
