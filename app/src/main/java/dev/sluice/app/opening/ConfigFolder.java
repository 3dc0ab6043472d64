package dev.sluice.app.opening;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the platform wants a user's settings to be. */
public final class ConfigFolder {
    private ConfigFolder() {}

    /** Of this machine and user. */
    public static Path ofThisUser() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path of(String osName, String home, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Sluice");
        }
        if (os.contains("win")) {
            return Path.of(environment.getOrDefault("APPDATA", home), "Sluice");
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return config.isEmpty() ? Path.of(home, ".config", "sluice") : Path.of(config, "sluice");
    }
}
