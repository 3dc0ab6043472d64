package dev.sluice.engine.execution.validation;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Where a {@code $ref} within a model leads: to another model by AWS's address of it
 * ({@code https://apigateway.amazonaws.com/restapis/ID/models/NAME}) or by its place in an OpenAPI document, or to a
 * place in the model itself.
 */
public sealed interface ModelReference {
    /** @param pointer as a reference within a {@link SchemaBundle} */
    record Inside(String pointer) implements ModelReference {}

    /** Another host, a file, or anything else that would have to be fetched. */
    record Outside() implements ModelReference {}

    /** The model's address; then a place within it. */
    Pattern ADDRESS = Pattern.compile("https://apigateway\\.amazonaws\\.com/restapis/[^/#]*/models/([^/#]+)(?:#(.*))?");

    /** The same within an OpenAPI document. */
    Pattern PLACE = Pattern.compile("#/(?:components/schemas|definitions)/([^/]+)(.*)");

    /**
     * @param modelName the model that refers
     * @param ownDefinitions the model's own {@code definitions}, which come before other models of the same name
     */
    static ModelReference of(String text, String modelName, Set<String> modelNames, JsonNode ownDefinitions) {
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            String within = address.group(2) == null ? "" : address.group(2);
            return new Inside(SchemaBundle.reference(address.group(1)) + within);
        }
        Matcher place = PLACE.matcher(text);
        if (place.matches() && !isOwn(text, place.group(1), ownDefinitions) && modelNames.contains(name(place))) {
            return new Inside(SchemaBundle.reference(name(place)) + place.group(2));
        }
        return text.startsWith("#") ? new Inside(SchemaBundle.reference(modelName) + text.substring(1)) : new Outside();
    }

    private static boolean isOwn(String text, String step, JsonNode ownDefinitions) {
        return text.startsWith("#/definitions/") && ownDefinitions.has(unescaped(step));
    }

    private static String name(Matcher place) {
        return unescaped(place.group(1));
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
