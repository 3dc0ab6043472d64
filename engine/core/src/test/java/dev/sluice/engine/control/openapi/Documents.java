package dev.sluice.engine.control.openapi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.control.Problem;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents for tests, and what is read from them. */
final class Documents {
    static final ImportSettings SETTINGS =
            new ImportSettings("a1b2c3d4e5", Account.DEFAULT, TimeoutCeiling.FIXED_29_SECONDS);

    private Documents() {}

    static ImportedApi read(String yaml) {
        return read("api.yaml", yaml);
    }

    static ImportedApi read(String file, String text) {
        return OpenApiReader.read(file, text.getBytes(StandardCharsets.UTF_8), SETTINGS);
    }

    /** The definition in a document that has no problems at all. */
    static ApiDefinition definition(String yaml) {
        ImportedApi api = read(yaml);
        assertTrue(api.problems().isEmpty(), () -> lines(api.problems()));
        return api.definition().orElseThrow();
    }

    static Method method(ApiDefinition definition, String path, String httpMethod) {
        return definition.resource(path).orElseThrow().methods().get(httpMethod);
    }

    static String lines(List<Problem> problems) {
        return String.join("\n", problems.stream().map(Problem::oneLine).toList());
    }
}
