package dev.sluice.engine.execution.mapping;

import static dev.sluice.engine.definition.Integration.PassthroughBehavior.NEVER;
import static dev.sluice.engine.definition.Integration.PassthroughBehavior.WHEN_NO_MATCH;
import static dev.sluice.engine.definition.Integration.PassthroughBehavior.WHEN_NO_TEMPLATES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.definition.Integration.PassthroughBehavior;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The documented table of passthrough behaviours (data-plane section 10.7). */
class PassthroughTest {
    private static final Map<String, String> JSON = Map.of("application/json", "T");
    private static final Map<String, String> XML = Map.of("application/xml", "T");

    private static String choice(Map<String, String> templates, PassthroughBehavior behavior, String... contentType) {
        Optional<String> header = contentType.length == 0 ? Optional.empty() : Optional.of(contentType[0]);
        return switch (Passthrough.choose(templates, behavior, header)) {
            case Passthrough.Template template -> template.text();
            case Passthrough.RawBody ignored -> "raw";
            case Passthrough.Unsupported ignored -> "415";
        };
    }

    @Test
    void theTemplateOfTheContentTypeIsTakenWhateverTheBehaviour() {
        for (PassthroughBehavior behavior : PassthroughBehavior.values()) {
            assertEquals("T", choice(JSON, behavior), behavior.name());
            assertEquals("T", choice(JSON, behavior, "application/json"), behavior.name());
            assertEquals("T", choice(JSON, behavior, "Application/JSON; charset=utf-8"), behavior.name());
            assertEquals("T", choice(XML, behavior, "application/xml"), behavior.name());
        }
    }

    @Test
    void withoutATemplateForItTheBehaviourDecides() {
        assertEquals("raw", choice(JSON, WHEN_NO_MATCH, "application/xml"));
        assertEquals("415", choice(JSON, WHEN_NO_TEMPLATES, "application/xml"));
        assertEquals("415", choice(JSON, NEVER, "application/xml"));
        assertEquals("raw", choice(XML, WHEN_NO_MATCH));
        assertEquals("415", choice(XML, WHEN_NO_TEMPLATES));
        assertEquals("415", choice(XML, NEVER));
    }

    @Test
    void withoutAnyTemplateOnlyNeverRefuses() {
        assertEquals("raw", choice(Map.of(), WHEN_NO_MATCH, "text/plain"));
        assertEquals("raw", choice(Map.of(), WHEN_NO_TEMPLATES, "text/plain"));
        assertEquals("415", choice(Map.of(), NEVER, "text/plain"));
    }

    @Test
    void dollarDefaultTakesEveryContentType() {
        assertEquals("D", choice(Map.of("$default", "D", "application/json", "T"), NEVER, "text/plain"));
    }
}
