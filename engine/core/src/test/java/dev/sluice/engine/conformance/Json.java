package dev.sluice.engine.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Comparing JSON as the format's README means it. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** The value, missing if the text is no JSON. */
    static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (RuntimeException noJson) {
            return MAPPER.missingNode();
        }
    }

    /** Deep equality; numbers by value, members in any order. */
    static boolean same(JsonNode wanted, JsonNode got) {
        if (wanted.isNumber() && got.isNumber()) {
            return number(wanted).compareTo(number(got)) == 0;
        }
        if (wanted.isObject() && got.isObject()) {
            return keys(wanted).equals(keys(got))
                    && wanted.properties().stream().allMatch(entry -> same(entry.getValue(), got.path(entry.getKey())));
        }
        if (wanted.isArray() && got.isArray()) {
            return eachMatches(wanted, got, true);
        }
        return wanted.equals(got);
    }

    /** As {@link #same}, but objects may have more members than wanted, at any depth. */
    static boolean contains(JsonNode wanted, JsonNode got) {
        if (wanted.isObject()) {
            return got.isObject()
                    && wanted.properties().stream()
                            .allMatch(entry ->
                                    got.has(entry.getKey()) && contains(entry.getValue(), got.path(entry.getKey())));
        }
        if (wanted.isArray()) {
            return got.isArray() && eachMatches(wanted, got, false);
        }
        return same(wanted, got);
    }

    private static boolean eachMatches(JsonNode wanted, JsonNode got, boolean exactly) {
        if (got.size() != wanted.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (exactly ? !same(wanted.get(i), got.get(i)) : !contains(wanted.get(i), got.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same items in any order. */
    static boolean sameItems(JsonNode wanted, JsonNode got) {
        var left = new ArrayList<JsonNode>();
        got.forEach(left::add);
        for (JsonNode item : wanted) {
            int at = 0;
            while (at < left.size() && !same(item, left.get(at))) {
                at++;
            }
            if (at == left.size()) {
                return false;
            }
            left.remove(at);
        }
        return left.isEmpty();
    }

    /** The value at a dotted path, the root for an empty one; digits index an array. */
    static JsonNode at(JsonNode root, String dotted) {
        JsonNode node = root;
        for (String name : dotted.isEmpty() ? new String[0] : dotted.split("\\.")) {
            node = node.isArray() && name.matches("\\d+") ? node.path(Integer.parseInt(name)) : node.path(name);
        }
        return node;
    }

    static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
    }

    static List<String> strings(JsonNode array) {
        return array.valueStream().map(Json::text).toList();
    }

    /** A string as it is, everything else as JSON text. */
    static String text(JsonNode node) {
        return node.isString() ? node.asString() : node.isMissingNode() ? "" : node.toString();
    }

    private static BigDecimal number(JsonNode number) {
        return number.decimalValue();
    }
}
