package dev.sluice.engine.storage;

import dev.sluice.engine.definition.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * A folder that holds a workspace, and what is known to be in it. Saving touches only files that this object has read
 * or written: what could not be read, and what others put there, stays.
 *
 * <p>Not for two threads at once.
 */
public final class WorkspaceFolder {
    /** Name of the file that makes a folder a workspace. */
    public static final String SETTINGS_FILE = "workspace.json";

    private final Path folder;

    /** What each known file means, as this class would write it, by path below the folder. */
    private final Map<String, String> known = new HashMap<>();

    private final KnownNames names;

    private WorkspaceFolder(Path folder, KnownNames names) {
        this.folder = folder;
        this.names = names;
    }

    /** Reads what can be read; never throws, and changes nothing on disk. */
    public static OpenedWorkspace open(Path path) {
        var reader = new WorkspaceReader(path);
        Workspace workspace = reader.read();
        var folder = new WorkspaceFolder(path, reader.names());
        Map<String, String> meant = WorkspaceWriter.files(workspace, reader.names(), name -> false);
        for (String file : reader.readFiles()) {
            folder.known.put(file, meant.getOrDefault(file, ""));
        }
        return new OpenedWorkspace(workspace, reader.problems(), folder);
    }

    /**
     * Makes the folder hold this workspace, whatever it held before.
     *
     * @throws IOException if a file cannot be written; each single file is then either as before or as wanted
     */
    public static void save(Path path, Workspace workspace) throws IOException {
        open(path).folder().save(workspace);
    }

    /** Where the workspace lies. */
    public Path path() {
        return folder;
    }

    /**
     * Writes the files whose meaning changed, removes those of deleted things.
     *
     * @throws IOException if a file cannot be written; each single file is then either as before or as wanted
     */
    public void save(Workspace workspace) throws IOException {
        Map<String, String> wanted = WorkspaceWriter.files(workspace, names, this::isTakenByOthers);
        for (var file : wanted.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        for (String file : new TreeSet<>(known.keySet())) {
            if (!wanted.containsKey(file)) {
                remove(file);
            }
        }
    }

    /** Whether something of that name is there that we have not read: a stranger's file or folder, or a broken one. */
    private boolean isTakenByOthers(String name) {
        Path path = folder.resolve(name);
        if (Files.isDirectory(path)) {
            return known.keySet().stream().noneMatch(file -> file.startsWith(name + "/")) && !isEmpty(path);
        }
        return Files.exists(path) && !known.containsKey(name);
    }

    private static boolean isEmpty(Path directory) {
        try (var entries = Files.newDirectoryStream(directory)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean sameMeaning = text.equals(known.get(name)) && Files.exists(file);
        if (!sameMeaning && !(Files.isRegularFile(file) && Arrays.equals(bytes, Files.readAllBytes(file)))) {
            AtomicFile.write(file, bytes);
        }
        known.put(name, text);
    }

    private void remove(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        known.remove(name);
        for (Path parent = file.getParent();
                parent != null && !parent.equals(folder) && isEmpty(parent);
                parent = parent.getParent()) {
            Files.deleteIfExists(parent);
        }
    }
}
