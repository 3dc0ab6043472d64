package dev.sluice.app.opening;

import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.definition.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * The programs that a workspace would start: what its user is asked about.
 *
 * @param functions those that are programs
 * @param lines one for each, for people: its name, what is started and where
 */
public record StartedPrograms(List<ProcessFunction> functions, List<String> lines) {
    public StartedPrograms {
        functions = List.copyOf(functions);
        lines = List.copyOf(lines);
    }

    /** @param folder the workspace's */
    public static StartedPrograms of(Workspace workspace, Path folder) {
        List<ProcessFunction> functions = workspace.backends().stream()
                .filter(ProcessFunction.class::isInstance)
                .map(ProcessFunction.class::cast)
                .toList();
        return new StartedPrograms(
                functions,
                functions.stream().map(function -> line(function, folder)).toList());
    }

    private static String line(ProcessFunction function, Path folder) {
        Path code = folder.toAbsolutePath().resolve(function.codeUri()).normalize();
        String program = function.command().isEmpty()
                ? (function.runtime() + " " + function.handler()).strip()
                : String.join(" ", function.command());
        return function.name() + ": " + program + " (" + code + ")";
    }

    public boolean isEmpty() {
        return functions.isEmpty();
    }

    /**
     * Changes with everything that decides what is started: commands, handlers, folders, variables. Not with the code
     * itself, which its author edits all the time.
     */
    public String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (int i = 0; i < functions.size(); i++) {
                // Lengths between the parts, so that no two lists read the same.
                add(digest, lines.get(i));
                functions.get(i).command().forEach(part -> add(digest, part));
                new TreeMap<>(functions.get(i).environment()).forEach((name, value) -> {
                    add(digest, name);
                    add(digest, value);
                });
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(MessageDigest digest, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
