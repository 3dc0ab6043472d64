package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.control.ControlException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Members of a request's JSON by type. A value of another type is AWS's {@code SerializationException}. */
public final class Member {
    private Member() {}

    /** The text; numbers and booleans are not converted. */
    public static Optional<String> text(JsonNode object, String name) {
        return present(object, name).map(Member::text);
    }

    public static Optional<Boolean> flag(JsonNode object, String name) {
        return present(object, name).map(Member::flag);
    }

    public static Optional<Integer> whole(JsonNode object, String name) {
        return present(object, name).map(value -> {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw wrong(value, "an Integer");
            }
            return value.intValue();
        });
    }

    public static Optional<java.math.BigDecimal> number(JsonNode object, String name) {
        return present(object, name).map(value -> {
            if (!value.isNumber()) {
                throw wrong(value, "a Double");
            }
            return value.decimalValue();
        });
    }

    public static List<String> texts(JsonNode object, String name) {
        var texts = new ArrayList<String>();
        present(object, name).ifPresent(list -> list.forEach(item -> texts.add(text(item))));
        return texts;
    }

    public static Map<String, String> textByName(JsonNode object, String name) {
        return byName(object, name, Member::text);
    }

    public static Map<String, Boolean> flagByName(JsonNode object, String name) {
        return byName(object, name, Member::flag);
    }

    /** The member if it is there and not null. */
    public static Optional<JsonNode> present(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    private static <T> Map<String, T> byName(JsonNode object, String name, Function<JsonNode, T> read) {
        var map = new LinkedHashMap<String, T>();
        present(object, name)
                .ifPresent(members -> members.properties().stream()
                        .filter(member -> !member.getValue().isNull())
                        .forEach(member -> map.put(member.getKey(), read.apply(member.getValue()))));
        return map;
    }

    private static String text(JsonNode value) {
        if (!value.isString()) {
            throw wrong(value, "an String");
        }
        return value.stringValue();
    }

    private static boolean flag(JsonNode value) {
        if (!value.isBoolean()) {
            throw wrong(value, "a Boolean");
        }
        return value.booleanValue();
    }

    /** AWS's words, its grammar included (recorded). */
    private static ControlException wrong(JsonNode value, String wanted) {
        String is = switch (value.getNodeType()) {
            case BOOLEAN -> "class java.lang.Boolean";
            case NUMBER -> value.isIntegralNumber() ? "class java.lang.Integer" : "class java.lang.Double";
            case STRING -> "class java.lang.String";
            case ARRAY -> "Start of list";
            default -> "Start of structure or map";
        };
        return ControlException.serialization(is + " can not be converted to " + wanted);
    }
}
