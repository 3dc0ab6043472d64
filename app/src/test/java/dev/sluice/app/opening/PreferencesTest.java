package dev.sluice.app.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.theme.Theme;
import dev.sluice.engine.definition.FunctionLimits;
import dev.sluice.engine.definition.ProcessFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasRememberedIsThereNextTime() {
        var preferences = new Preferences(folder.resolve("sluice"));
        preferences.rememberTheme(Theme.DARK);
        preferences.rememberWelcomeDone();
        preferences.remember(new Recent(Path.of("one"), "One", 7));
        var next = new Preferences(folder.resolve("sluice"));
        assertEquals(Theme.DARK, next.theme());
        assertTrue(next.isWelcomeDone());
        assertEquals(List.of(new Recent(Path.of("one"), "One", 7)), next.recents());
    }

    @Test
    void trustIsForOneFolderAndExactlyTheseProgramsAndIsAskedForOnce() {
        var preferences = new Preferences(folder);
        var asked = new java.util.concurrent.atomic.AtomicInteger();
        var question = TrustQuestion.remembering(preferences, (where, programs) -> asked.incrementAndGet() != 1);
        var programs = programs("node", "8");
        assertFalse(question.mayStart(Path.of("w"), programs));
        assertTrue(question.mayStart(Path.of("w"), programs));
        assertTrue(question.mayStart(Path.of("w").toAbsolutePath(), programs));
        assertEquals(2, asked.get());
        var next = new Preferences(folder);
        assertTrue(next.isTrusted(Path.of("w"), programs.fingerprint()));
        assertFalse(next.isTrusted(Path.of("v"), programs.fingerprint()));
        assertFalse(next.isTrusted(Path.of("w"), programs("node", "9").fingerprint()));
        assertFalse(next.isTrusted(Path.of("w"), programs("sh", "8").fingerprint()));
    }

    private static StartedPrograms programs(String program, String level) {
        var function = new ProcessFunction(
                "f",
                "",
                "provided",
                "code",
                List.of(program, "run"),
                Map.of("LEVEL", level),
                FunctionLimits.STANDARD,
                Optional.empty());
        return new StartedPrograms(List.of(function), List.of("f: " + program + " run"));
    }

    @Test
    void openingAgainMovesAWorkspaceToTheHead() {
        var preferences = new Preferences(folder);
        for (int i = 0; i < Preferences.MOST_RECENTS + 2; i++) {
            preferences.remember(new Recent(Path.of("w" + i), "W" + i, i));
        }
        preferences.remember(new Recent(Path.of("w5"), "W5", 99));
        assertEquals("W5", preferences.recents().getFirst().name());
        assertEquals(Preferences.MOST_RECENTS, preferences.recents().size());
        assertEquals(
                1,
                preferences.recents().stream()
                        .filter(recent -> recent.name().equals("W5"))
                        .count());
    }

    @Test
    void aDamagedFileCountsAsEmpty() throws IOException {
        Files.writeString(folder.resolve("preferences.properties"), "recent.0.folder=\\u00zz");
        assertEquals(List.of(), new Preferences(folder).recents());
    }

    @Test
    void eachPlatformHasItsPlaceForSettings() {
        assertEquals(Path.of("/home/a/.config/sluice"), ConfigFolder.of("Linux", "/home/a", Map.of()));
        assertEquals(Path.of("/cfg/sluice"), ConfigFolder.of("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "/cfg")));
        assertEquals(
                Path.of("/Users/a/Library/Application Support/Sluice"),
                ConfigFolder.of("Mac OS X", "/Users/a", Map.of()));
        assertEquals(Path.of("/roaming/Sluice"), ConfigFolder.of("Windows 11", "C", Map.of("APPDATA", "/roaming")));
    }
}
