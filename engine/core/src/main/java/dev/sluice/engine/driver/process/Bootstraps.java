package dev.sluice.engine.driver.process;

import dev.sluice.engine.definition.ProcessFunction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Programs that come between the Runtime API and a handler file, for runtimes that bring none of their own. */
final class Bootstraps implements AutoCloseable {
    private static final String NODE = "bootstrap.mjs";
    private static final String PYTHON = "bootstrap.py";

    private final Path folder;

    private Bootstraps(Path folder) {
        this.folder = folder;
    }

    /** Puts them where other programs can read them. */
    static Bootstraps unpack() throws IOException {
        Path folder = Files.createTempDirectory("sluice-runtimes");
        for (String name : List.of(NODE, PYTHON)) {
            try (InputStream in = Bootstraps.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IOException("the resource " + name + " is missing");
                }
                Files.copy(in, folder.resolve(name));
            }
        }
        return new Bootstraps(folder);
    }

    /** Program and arguments of a function whose code lies there. */
    List<String> command(ProcessFunction function, Path code) {
        if (!function.command().isEmpty()) {
            return function.command();
        }
        if (function.runtime().startsWith("nodejs")) {
            return List.of("node", folder.resolve(NODE).toString());
        }
        if (function.runtime().startsWith("python")) {
            return List.of(
                    isWindows() ? "python" : "python3",
                    "-u",
                    folder.resolve(PYTHON).toString());
        }
        return List.of(code.resolve("bootstrap").toString());
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(NODE));
            Files.deleteIfExists(folder.resolve(PYTHON));
            Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            // A temporary folder more; the system clears it.
        }
    }
}
