package dev.sluice.engine.storage;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.control.document.DocumentParser;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.control.document.Problems;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files of a folder as documents, with the problems of each. Paths are below the folder, with slashes. */
final class FolderFiles {
    /** A file that holds an object. */
    record Document(String path, Fields fields, Problems problems) {}

    private final Path folder;
    private final Map<String, Problems> problemsByFile = new LinkedHashMap<>();
    private final Set<String> used = new TreeSet<>();

    FolderFiles(Path folder) {
        this.folder = folder;
    }

    List<Problem> problems() {
        return problemsByFile.values().stream()
                .flatMap(problems -> problems.list().stream())
                .toList();
    }

    /** Remembers that the document's content is in the workspace. */
    void use(Document document) {
        used.add(document.path());
    }

    Set<String> used() {
        return Collections.unmodifiableSet(used);
    }

    /** Whether this is a workspace's folder at all; a problem says why not. */
    boolean hasSettings() {
        if (Files.isRegularFile(folder.resolve(WorkspaceFolder.SETTINGS_FILE))) {
            return true;
        }
        String why = !Files.exists(folder)
                ? "There is no such folder."
                : !Files.isDirectory(folder)
                        ? "This is no folder. Name the folder that holds " + WorkspaceFolder.SETTINGS_FILE + "."
                        : !Files.isReadable(folder)
                                ? "The folder may not be read. Ask for the permission."
                                : "This is no workspace: the folder holds no " + WorkspaceFolder.SETTINGS_FILE + ".";
        problems("").error(Position.NONE, "", why);
        return false;
    }

    boolean exists(String path) {
        return Files.exists(folder.resolve(path));
    }

    /** The object in the file; absent, with a problem, if there is none that can be read. */
    Optional<Document> document(String path) {
        Problems problems = problems(path);
        return bytes(path, problems)
                .flatMap(bytes -> DocumentParser.parse(path, bytes, problems))
                .flatMap(root -> {
                    if (root instanceof Mapping mapping) {
                        return Optional.of(new Document(path, new Fields(mapping, "", problems), problems));
                    }
                    problems.error(root.at(), "", "The file must hold an object, but here is " + root.kind() + ".");
                    return Optional.empty();
                });
    }

    private Optional<byte[]> bytes(String path, Problems problems) {
        Path file = folder.resolve(path);
        try {
            if (!Files.exists(file)) {
                problems.error(Position.NONE, "", "The file is missing. Restore it, or remove what belongs to it.");
                return Optional.empty();
            }
            if (Files.size(file) > DocumentParser.MOST_BYTES) {
                problems.error(Position.NONE, "", "The file is larger than 6 MB and was left out.");
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            String why = Files.isReadable(file) ? String.valueOf(e.getMessage()) : "permission denied";
            problems.error(Position.NONE, "", "The file cannot be read: " + why + ".");
            return Optional.empty();
        }
    }

    /** Paths of the folder's JSON files in alphabetical order; hidden ones are not ours. */
    List<String> jsonFiles(String path) {
        return entries(path).stream()
                .filter(entry -> entry.endsWith(".json") && Files.isRegularFile(folder.resolve(entry)))
                .toList();
    }

    /** Paths of the folder's folders in alphabetical order. */
    List<String> folders(String path) {
        return entries(path).stream()
                .filter(entry -> Files.isDirectory(folder.resolve(entry)))
                .toList();
    }

    private List<String> entries(String path) {
        Path directory = folder.resolve(path);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        var names = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (!name.startsWith(".")) {
                    names.add(path + "/" + name);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            problems(path).error(Position.NONE, "", "The folder cannot be read. Ask for the permission.");
        }
        Collections.sort(names);
        return names;
    }

    private Problems problems(String path) {
        String name = path.isEmpty() ? folder.toString() : folder.resolve(path).toString();
        return problemsByFile.computeIfAbsent(path, key -> new Problems(name));
    }
}
