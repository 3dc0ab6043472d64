package dev.sluice.app.opening;

import static dev.sluice.app.Texts.text;

import dev.sluice.engine.storage.WorkspaceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A workspace that comes with the workbench, and what it shows. */
public record Sample(Path folder, String title, String shows) {

    /** The samples that are in the folder. */
    public static List<Sample> in(Path folder) {
        return Stream.of(
                        new Sample(folder.resolve("troubleshooting-429"), text("sample.429"), text("sample.429.shows")),
                        new Sample(folder.resolve("async-jobs"), text("sample.async"), text("sample.async.shows")),
                        new Sample(
                                folder.resolve("functions-node-python"),
                                text("sample.functions"),
                                text("sample.functions.shows")),
                        new Sample(folder.resolve("petstore"), text("sample.petstore"), text("sample.petstore.shows")))
                .filter(sample -> Files.isRegularFile(sample.folder().resolve(WorkspaceFolder.SETTINGS_FILE)))
                .toList();
    }

    /** Where the samples are: {@code -Dsluice.samples}, or {@code sample-apis} in the folder we were started in. */
    public static Path library() {
        return Path.of(System.getProperty("sluice.samples", "sample-apis")).toAbsolutePath();
    }
}
