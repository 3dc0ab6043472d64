package dev.sluice.app.opening;

import dev.sluice.app.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What the workbench remembers of its user between two runs, in one properties file. A file that cannot be read counts
 * as empty, one that cannot be written stays as it is: neither keeps anybody from working.
 */
public final class Preferences {
    /** Recent workspaces kept. */
    static final int MOST_RECENTS = 8;

    private final Path file;
    private final Properties properties = new Properties();

    /** @param folder made when something is first remembered */
    public Preferences(Path folder) {
        file = folder.resolve("preferences.properties");
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            properties.clear();
        }
    }

    public Theme theme() {
        return "dark".equals(properties.getProperty("theme")) ? Theme.DARK : Theme.LIGHT;
    }

    public void rememberTheme(Theme theme) {
        properties.setProperty("theme", theme == Theme.DARK ? "dark" : "light");
        save();
    }

    /** Whether the three steps of the first run were put away. */
    public boolean isWelcomeDone() {
        return Boolean.parseBoolean(properties.getProperty("welcome.done"));
    }

    public void rememberWelcomeDone() {
        properties.setProperty("welcome.done", "true");
        save();
    }

    /** Whether the user has trusted exactly these programs of the workspace in this folder. */
    public boolean isTrusted(Path folder, String fingerprint) {
        return fingerprint.equals(properties.getProperty(trusted(folder)));
    }

    /** Remembers that; other programs of the same folder ask again. */
    public void rememberTrusted(Path folder, String fingerprint) {
        properties.setProperty(trusted(folder), fingerprint);
        save();
    }

    private static String trusted(Path folder) {
        return "trusted." + folder.toAbsolutePath().normalize();
    }

    /** The newest first. */
    public List<Recent> recents() {
        var recents = new ArrayList<Recent>();
        for (int i = 0; i < MOST_RECENTS; i++) {
            String folder = properties.getProperty("recent." + i + ".folder");
            if (folder != null) {
                recents.add(new Recent(
                        Path.of(folder), properties.getProperty("recent." + i + ".name", folder), opened(i)));
            }
        }
        return recents;
    }

    /** Puts the workspace at the head of the recent ones. */
    public void remember(Recent opened) {
        var recents = new ArrayList<Recent>();
        recents.add(opened);
        recents().stream()
                .filter(other -> !other.folder().equals(opened.folder()))
                .limit(MOST_RECENTS - 1)
                .forEach(recents::add);
        for (int i = 0; i < recents.size(); i++) {
            properties.setProperty(
                    "recent." + i + ".folder", recents.get(i).folder().toString());
            properties.setProperty("recent." + i + ".name", recents.get(i).name());
            properties.setProperty(
                    "recent." + i + ".opened", Long.toString(recents.get(i).openedSeconds()));
        }
        save();
    }

    private long opened(int index) {
        try {
            return Long.parseLong(properties.getProperty("recent." + index + ".opened", "0"));
        } catch (NumberFormatException damaged) {
            return 0;
        }
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            try (var out = Files.newBufferedWriter(file)) {
                properties.store(out, null);
            }
        } catch (IOException readOnly) {
            // Nothing is lost but a convenience of the next run.
        }
    }
}
