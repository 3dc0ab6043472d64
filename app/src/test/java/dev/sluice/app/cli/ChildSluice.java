package dev.sluice.app.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Sluice in a process of its own whose class path has no JavaFX: what runs here loads no JavaFX type. It is killed
 * after a minute at the latest.
 */
final class ChildSluice implements AutoCloseable {
    private static final int MOST_SECONDS = 60;

    private final Process process;
    private final BufferedReader out;

    private ChildSluice(Process process) {
        this.process = process;
        out = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture.delayedExecutor(MOST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    /** @param err where standard error goes */
    static ChildSluice start(Path err, String... arguments) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classPathWithoutJavaFx(),
                "dev.sluice.app.Launcher");
        builder.command().addAll(List.of(arguments));
        builder.environment().put("DISPLAY", ":0");
        return new ChildSluice(builder.redirectError(err.toFile()).start());
    }

    private static String classPathWithoutJavaFx() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("javafx-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The next line on standard output; null at its end. */
    String readLine() throws IOException {
        return out.readLine();
    }

    /** What is left on standard output, once the process has ended. */
    String readToEnd() {
        return out.lines().collect(Collectors.joining("\n"));
    }

    /** Asks it to stop, as {@code kill} and service managers do; what it wrote can still be read. */
    void stop() {
        process.toHandle().destroy();
    }

    int awaitExitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
