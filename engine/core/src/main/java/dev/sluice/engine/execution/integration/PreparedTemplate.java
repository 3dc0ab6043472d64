package dev.sluice.engine.execution.integration;

import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A mapping template of an integration. One that is static has its result made once, and every exchange gets the same
 * {@link Body}.
 */
final class PreparedTemplate {
    private final String text;
    private final Optional<Body> fixed;

    private PreparedTemplate(String text) {
        this.text = text;
        fixed = MappingTemplates.isStatic(text) ? Optional.of(Body.utf8(text)) : Optional.empty();
    }

    /** The templates of an integration, under the same keys and in the same order. */
    static Map<String, PreparedTemplate> all(Map<String, String> templates) {
        var prepared = new LinkedHashMap<String, PreparedTemplate>();
        templates.forEach((mediaType, text) -> prepared.put(mediaType, new PreparedTemplate(text)));
        return prepared;
    }

    /** The result, if no request can change it. */
    Optional<Body> fixed() {
        return fixed;
    }

    /** @throws TemplateException if the template is wrong, fails, or does too much */
    Body render(MappingTemplates templates, Supplier<TemplateVariables> variables) throws TemplateException {
        return fixed.isPresent() ? fixed.get() : Body.utf8(templates.render(text, variables.get()));
    }
}
