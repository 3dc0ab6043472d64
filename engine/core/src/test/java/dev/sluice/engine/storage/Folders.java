package dev.sluice.engine.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, for comparing. */
final class Folders {
    private Folders() {}

    /** Content of every file by path below the folder. */
    static Map<String, String> content(Path folder) throws IOException {
        var content = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                content.put(name, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return content;
    }

    static void put(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
