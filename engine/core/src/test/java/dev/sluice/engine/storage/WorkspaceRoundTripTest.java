package dev.sluice.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceRoundTripTest {
    @TempDir
    private Path folder;

    @Test
    void randomWorkspacesSurviveValueForValueAndByteForByte() throws IOException {
        var random = new RandomWorkspaces(20_261_124);
        for (int i = 0; i < 60; i++) {
            Path first = folder.resolve("first" + i);
            Path second = folder.resolve("second" + i);
            Workspace workspace = random.next();
            WorkspaceFolder.save(first, workspace);
            OpenedWorkspace opened = WorkspaceFolder.open(first);
            assertEquals(
                    List.of(),
                    opened.problems().stream()
                            .filter(problem -> problem.severity() == Severity.ERROR)
                            .toList());
            assertSame(workspace, opened.workspace());
            WorkspaceFolder.save(second, opened.workspace());
            assertEquals(Folders.content(first), Folders.content(second));
            opened.folder().save(opened.workspace());
            assertEquals(Folders.content(second), Folders.content(first));
        }
    }

    private static Set<List<Object>> sets(List<HttpApi> apis) {
        return apis.stream()
                .map(api -> List.<Object>of(
                        api.id(),
                        api.draft().with(List.of(), List.of(), List.of()),
                        Set.copyOf(api.draft().routes()),
                        Set.copyOf(api.draft().integrations()),
                        Set.copyOf(api.draft().authorizers()),
                        api.deployments(),
                        Set.copyOf(api.stages())))
                .collect(Collectors.toSet());
    }

    /** Lists come back in the order of their file names, so they are compared as sets. */
    private static void assertSame(Workspace one, Workspace two) {
        assertEquals(one.name(), two.name());
        assertEquals(one.profile(), two.profile());
        assertEquals(one.account(), two.account());
        assertEquals(Set.copyOf(one.restApis()), Set.copyOf(two.restApis()));
        assertEquals(sets(one.httpApis()), sets(two.httpApis()));
        assertEquals(Set.copyOf(one.usagePlans()), Set.copyOf(two.usagePlans()));
        assertEquals(Set.copyOf(one.apiKeys()), Set.copyOf(two.apiKeys()));
        assertEquals(one.domainNames(), two.domainNames());
        assertEquals(one.vpcLinks(), two.vpcLinks());
        assertEquals(Set.copyOf(one.backends()), Set.copyOf(two.backends()));
    }
}
