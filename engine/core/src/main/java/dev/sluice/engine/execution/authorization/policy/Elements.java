package dev.sluice.engine.execution.authorization.policy;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The parts of a policy document as values. */
final class Elements {
    private Elements() {}

    /** An element nobody knows could have meant a restriction, so it is not passed over. */
    static void onlyKnown(JsonNode object, List<String> known, String what) throws BadPolicy {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw new BadPolicy("A " + what + " has no element \"" + name + "\"; it may have "
                        + String.join(", ", known) + ".");
            }
        }
    }

    /** One text or a list of texts; numbers and truth values count as their text. */
    static List<String> texts(JsonNode node, String name) throws BadPolicy {
        var texts = new ArrayList<String>();
        for (JsonNode item : node.isArray() ? node : List.of(node)) {
            if (!item.isValueNode() || item.isNull()) {
                throw new BadPolicy("\"" + name + "\" must be a text or a list of texts.");
            }
            texts.add(item.asString());
        }
        return texts;
    }

    static List<Wildcard> wildcards(List<String> texts) throws BadPolicy {
        var wildcards = new ArrayList<Wildcard>(texts.size());
        for (String text : texts) {
            wildcards.add(Wildcard.of(text));
        }
        return List.copyOf(wildcards);
    }
}
