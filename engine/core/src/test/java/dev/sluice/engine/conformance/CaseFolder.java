package dev.sluice.engine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/** Where the cases are. */
final class CaseFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path OURS = Path.of("src/test/resources/conformance/cases");

    /** Our own: the statements of the specification, varied. */
    static final Path VARIATIONS = Path.of("src/test/resources/conformance/variations");

    private CaseFolder() {}

    /** The folder asked for, or our own. */
    static Path chosen() throws IOException {
        String asked = System.getProperty("conformance.cases", "");
        if (asked.isEmpty()) {
            return OURS;
        }
        // Maven starts tests in the module's folder; whoever types a relative name means the folder they are in.
        for (String from :
                List.of(System.getenv().getOrDefault("PWD", ""), System.getProperty("sluice.root", ""), "")) {
            Path folder = Path.of(from).resolve(asked);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new IOException("-Dconformance.cases=" + asked + " is no folder");
    }

    /** Every case of the folder, by name of its file. */
    static List<ConformanceCase> cases(Path folder) throws IOException {
        var cases = new ArrayList<ConformanceCase>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                cases.add(new ConformanceCase(JSON.readTree(file.toFile())));
            }
        }
        return cases;
    }
}
