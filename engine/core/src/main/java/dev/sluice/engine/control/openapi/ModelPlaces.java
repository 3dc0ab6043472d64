package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.control.document.Node.Sequence;
import dev.sluice.engine.control.document.Node.Type;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References between models: by place in an OpenAPI document, and by AWS's address of a model, which is how API Gateway
 * keeps them after an import (recorded).
 */
final class ModelPlaces {
    private static final Pattern PLACE = Pattern.compile("#/(components/schemas|definitions)/([^/]+)(/.*)?");
    private static final Pattern ADDRESS =
            Pattern.compile("https://apigateway\\.amazonaws\\.com/restapis/[^/#]*/models/([^/#]+)(?:#(/.*)?)?");

    private final String apiId;
    private final Set<String> names;

    /** @param names of the models that have a place */
    ModelPlaces(String apiId, Set<String> names) {
        this.apiId = apiId;
        this.names = names;
    }

    /** The model that stands at this place, if it is one and not a part of one. */
    Optional<String> modelAt(String reference) {
        Matcher place = PLACE.matcher(reference);
        if (place.matches() && place.group(3) == null) {
            return Optional.of(unescaped(place.group(2))).filter(names::contains);
        }
        Matcher address = ADDRESS.matcher(reference);
        return address.matches() && address.group(2) == null
                ? Optional.of(address.group(1)).filter(names::contains)
                : Optional.empty();
    }

    /** The schema with references to other models as addresses. */
    Node asAddresses(Node schema) {
        Set<String> own = schema instanceof Mapping mapping
                        && mapping.get("definitions").orElse(null) instanceof Mapping definitions
                ? definitions.members().keySet()
                : Set.of();
        return replaced(schema, reference -> address(reference, own));
    }

    /** The schema with references to other models as places in a document that OpenApiWriter writes. */
    static Node asPlaces(Node schema) {
        return replaced(schema, reference -> {
            Matcher address = ADDRESS.matcher(reference);
            return address.matches()
                    ? "#/components/schemas/" + escaped(address.group(1)) + orEmpty(address.group(2))
                    : reference;
        });
    }

    private String address(String reference, Set<String> ownDefinitions) {
        Matcher place = PLACE.matcher(reference);
        if (!place.matches()) {
            return reference;
        }
        String name = unescaped(place.group(2));
        boolean own = place.group(1).equals("definitions") && ownDefinitions.contains(name);
        return own || !names.contains(name) || name.contains("/") || name.contains("#")
                ? reference
                : "https://apigateway.amazonaws.com/restapis/" + apiId + "/models/" + name
                        + (place.group(3) == null ? "" : "#" + place.group(3));
    }

    private static Node replaced(Node node, UnaryOperator<String> reference) {
        return switch (node) {
            case Mapping mapping -> {
                var copy = Mapping.builder();
                mapping.members()
                        .forEach((name, member) -> copy.put(
                                name,
                                name.equals("$ref") && member.value() instanceof Scalar text && text.type() == Type.TEXT
                                        ? Node.text(reference.apply(text.text()))
                                        : replaced(member.value(), reference)));
                yield copy.build();
            }
            case Sequence list ->
                Node.sequence(list.items().stream()
                        .map(item -> replaced(item, reference))
                        .toList());
            case Scalar scalar -> scalar;
        };
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
