package dev.sluice.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What saving touches and what it leaves alone. */
class WorkspaceFolderTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path folder;

    private static Workspace withKeys(ApiKey... keys) {
        Workspace empty = Workspace.empty("shop");
        return new Workspace(
                empty.name(),
                empty.profile(),
                empty.account(),
                List.of(),
                List.of(),
                List.of(keys),
                List.of(),
                List.of(),
                List.of());
    }

    private static ApiKey key(String id, String name) {
        return new ApiKey(id, name, "value-of-twenty-letters-" + id, true);
    }

    private Set<String> files() throws IOException {
        return Folders.content(folder).keySet();
    }

    @Test
    void aFileLooksLikeThis() throws IOException {
        WorkspaceFolder.save(folder, withKeys(key("k1", "free")));
        assertEquals(Map.of("api-keys/free.json", """
                        {
                          "id": "k1",
                          "name": "free",
                          "value": "value-of-twenty-letters-k1",
                          "enabled": true
                        }
                        """, "workspace.json", """
                        {
                          "name": "shop",
                          "profile": "aws",
                          "account": {
                            "accountId": "123456789012",
                            "region": "us-east-1",
                            "throttleSettings": {
                              "rateLimit": 10000,
                              "burstLimit": 5000
                            }
                          }
                        }
                        """), Folders.content(folder));
    }

    @Test
    void onlyFilesWhoseContentChangedAreWritten() throws IOException {
        WorkspaceFolder.save(folder, withKeys(key("k1", "free"), key("k2", "gold")));
        Path free = folder.resolve("api-keys/free.json");
        Path gold = folder.resolve("api-keys/gold.json");
        Files.setLastModifiedTime(free, LONG_AGO);
        Files.setLastModifiedTime(gold, LONG_AGO);
        WorkspaceFolder.save(
                folder, withKeys(key("k1", "free"), new ApiKey("k2", "gold", "another-value-of-a-key", true)));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(free));
        assertTrue(Files.readString(gold).contains("another-value-of-a-key"));
    }

    @Test
    void aFileWrittenByHandIsLeftAsItIsWhileItsMeaningStays() throws IOException {
        WorkspaceFolder.save(folder, withKeys(key("k1", "free")));
        String byHand = "{\"id\":\"k1\",\n\n\"name\":\"free\",\"value\":\"value-of-twenty-letters-k1\"}";
        Folders.put(folder, "api-keys/free.json", byHand);
        OpenedWorkspace opened = WorkspaceFolder.open(folder);
        opened.folder().save(opened.workspace().withProfile(BehaviourProfile.ARTICLE));
        assertEquals(byHand, Files.readString(folder.resolve("api-keys/free.json")));
        assertTrue(Files.readString(folder.resolve("workspace.json")).contains("\"article\""));
    }

    @Test
    void filesOfDeletedThingsGoAndEmptyFoldersWithThem() throws IOException {
        WorkspaceFolder.save(folder, withKeys(key("k1", "free")));
        WorkspaceFolder.save(folder, withKeys());
        assertEquals(Set.of("workspace.json"), files());
        assertFalse(Files.exists(folder.resolve("api-keys")));
    }

    @Test
    void filesThatItDoesNotKnowAreNeverTouched() throws IOException {
        WorkspaceFolder.save(folder, withKeys(key("k1", "free")));
        Folders.put(folder, "README.md", "mine");
        Folders.put(folder, "api-keys/notes.txt", "mine");
        Folders.put(folder, "api-keys/half.json", "{\"id\": ");
        Folders.put(folder, "requests/a.http", "mine");
        WorkspaceFolder.save(folder, withKeys());
        assertEquals(
                Set.of("workspace.json", "README.md", "api-keys/notes.txt", "api-keys/half.json", "requests/a.http"),
                files());
    }

    @Test
    void aBrokenFileKeepsItsPlaceWhenAThingOfItsNameComes() throws IOException {
        WorkspaceFolder.save(folder, withKeys());
        Folders.put(folder, "api-keys/free.json", "{");
        WorkspaceFolder.save(folder, withKeys(key("k1", "free")));
        assertEquals("{", Files.readString(folder.resolve("api-keys/free.json")));
        assertEquals(3, files().size());
    }

    @Test
    void thingsWithTheSameNameHaveTheirOwnFiles() throws IOException {
        Workspace workspace = withKeys(key("k1", "free"), key("k2", "free"), key("k3", "FREE"));
        WorkspaceFolder.save(folder, workspace);
        assertEquals(4, files().size());
        assertEquals(
                Set.copyOf(workspace.apiKeys()),
                Set.copyOf(WorkspaceFolder.open(folder).workspace().apiKeys()));
    }

    @Test
    void aThingKeepsItsFileWhenItIsRenamed() throws IOException {
        WorkspaceFolder.save(folder, withKeys(key("k1", "free")));
        WorkspaceFolder.save(folder, withKeys(key("k1", "gratis"), key("k2", "free")));
        assertTrue(Files.readString(folder.resolve("api-keys/free.json")).contains("gratis"));
        assertEquals(3, files().size());
    }

    @Test
    void namesThatFileSystemsRefuseAreMadeSafe() throws IOException {
        WorkspaceFolder.save(
                folder,
                withKeys(
                        key("k1", "../../up"),
                        key("k2", "CON"),
                        key("k3", ""),
                        key("k4", "é".repeat(300)),
                        key("k5", ".a")));
        for (String file : files()) {
            assertTrue(file.matches("(api-keys/)?[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.json"), file);
        }
        assertEquals(6, files().size());
    }

    @Test
    void ratesKeepTheirDecimals() throws IOException {
        var plan = new UsagePlan(
                "p", "p", "", List.of(), Optional.of(new ThrottleSettings("0.10", 1)), Optional.empty(), List.of());
        Workspace workspace = Workspace.empty("shop").withUsagePlan(plan);
        WorkspaceFolder.save(folder, workspace);
        assertEquals(workspace, WorkspaceFolder.open(folder).workspace());
    }

    @Test
    void noTemporaryFileIsLeftBehind() throws IOException {
        WorkspaceFolder.save(folder, withKeys(key("k1", "free")));
        assertTrue(files().stream().noneMatch(file -> file.contains(".tmp")));
    }
}
