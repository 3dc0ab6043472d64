package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.definition.Integration.PassthroughBehavior;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a request body: a template for its content type, the body as it is, or a refusal (data-plane section
 * 10.7).
 */
public sealed interface Passthrough {
    /**
     * @param mediaType of the template, as its author wrote it
     * @param text the template
     */
    record Template(String mediaType, String text) implements Passthrough {}

    /** The body goes on unchanged. */
    record RawBody() implements Passthrough {}

    /** 415. */
    record Unsupported() implements Passthrough {}

    /** The template key that takes every content type. */
    String DEFAULT = "$default";

    /** @param contentType the header, parameters and all; an absent one counts as {@code application/json} */
    static Passthrough choose(
            Map<String, String> requestTemplates, PassthroughBehavior behavior, Optional<String> contentType) {
        String wanted = mediaType(contentType.orElse(""));
        for (Map.Entry<String, String> template : requestTemplates.entrySet()) {
            if (mediaType(template.getKey()).equals(wanted)) {
                return new Template(template.getKey(), template.getValue());
            }
        }
        String all = requestTemplates.get(DEFAULT);
        if (all != null) {
            return new Template(DEFAULT, all);
        }
        return switch (behavior) {
            case WHEN_NO_MATCH -> new RawBody();
            case WHEN_NO_TEMPLATES -> requestTemplates.isEmpty() ? new RawBody() : new Unsupported();
            case NEVER -> new Unsupported();
        };
    }

    /** The media type of a content type, lower case, without parameters; {@code application/json} if it is blank. */
    static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
        return type.isEmpty() ? "application/json" : type.toLowerCase(Locale.ROOT);
    }
}
