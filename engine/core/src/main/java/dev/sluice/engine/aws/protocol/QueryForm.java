package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The query protocol's form as a structure: {@code Dimensions.member.1.Name=Stage} is the first item's member. All
 * values are texts. Names that say what cannot be are left out, for there is nothing that would know them.
 */
public final class QueryForm {
    /** Levels of names. */
    private static final int DEEPEST = 16;

    private static final String LIST = "member";

    private QueryForm() {}

    /** What a name leads to. */
    private static final class Branch {
        private final Map<String, Branch> children = new TreeMap<>(QueryForm::inOrder);
        private String value = "";

        Branch at(String name) {
            return children.computeIfAbsent(name, ignored -> new Branch());
        }

        JsonNode node() {
            if (children.isEmpty()) {
                return Json.text(value);
            }
            Branch items = children.get(LIST);
            if (items != null) {
                ArrayNode array = Json.array();
                items.children.values().forEach(item -> array.add(item.node()));
                return array;
            }
            ObjectNode object = Json.object();
            children.forEach((name, child) -> object.set(name, child.node()));
            return object;
        }
    }

    /** Numbers by their size: item 10 comes after item 9. */
    private static int inOrder(String one, String other) {
        int byLength = one.chars().allMatch(Character::isDigit) && other.chars().allMatch(Character::isDigit)
                ? Integer.compare(one.length(), other.length())
                : 0;
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    public static ObjectNode read(Map<String, List<String>> form) {
        var root = new Branch();
        form.forEach((name, values) -> {
            String[] path = name.split("\\.");
            if (path.length > 0 && path.length <= DEEPEST && !values.isEmpty()) {
                Branch branch = root;
                for (String part : path) {
                    branch = branch.at(part);
                }
                branch.value = values.getFirst();
            }
        });
        return root.node() instanceof ObjectNode object ? object : Json.object();
    }
}
