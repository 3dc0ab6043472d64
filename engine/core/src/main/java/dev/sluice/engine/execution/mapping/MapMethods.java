package dev.sluice.engine.execution.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of maps. Views are copies: a template cannot tell, except by removing from one. */
final class MapMethods {
    private MapMethods() {}

    static @Nullable Object call(
            Map<Object, @Nullable Object> map, String name, List<@Nullable Object> arguments, Budget budget) {
        return switch (arguments.size()) {
            case 0 -> call(map, name, budget);
            case 1 -> call(map, name, arguments.getFirst(), budget);
            case 2 -> call(map, name, arguments.getFirst(), arguments.getLast());
            default -> null;
        };
    }

    private static @Nullable Object call(Map<Object, @Nullable Object> map, String name, Budget budget) {
        budget.characters(name.endsWith("e") || name.endsWith("y") ? 0 : map.size());
        return switch (name) {
            case "size" -> map.size();
            case "isEmpty" -> map.isEmpty();
            case "keySet" -> new ArrayList<@Nullable Object>(map.keySet());
            case "values" -> new ArrayList<>(map.values());
            case "entrySet" -> new ArrayList<@Nullable Object>(map.entrySet());
            case "toString" -> TemplateText.of(map, budget);
            case "clear" -> {
                map.clear();
                yield "";
            }
            default -> null;
        };
    }

    private static @Nullable Object call(
            Map<Object, @Nullable Object> map, String name, @Nullable Object argument, Budget budget) {
        return switch (name) {
            case "get" -> map.get(argument);
            case "containsKey" -> map.containsKey(argument);
            case "containsValue" -> ListMethods.indexOf(map.values(), argument, budget) >= 0;
            case "remove" -> map.remove(argument);
            case "equals" -> Equality.same(map, argument, budget);
            case "putAll" -> putAll(map, argument, budget);
            default -> null;
        };
    }

    private static @Nullable Object call(
            Map<Object, @Nullable Object> map, String name, @Nullable Object key, @Nullable Object value) {
        return switch (name) {
            case "put" -> map.put(key(key), value);
            case "putIfAbsent" -> map.putIfAbsent(key(key), value);
            case "getOrDefault" -> map.containsKey(key) ? map.get(key) : value;
            default -> null;
        };
    }

    private static @Nullable Object putAll(Map<Object, @Nullable Object> map, @Nullable Object other, Budget budget) {
        if (!(other instanceof Map<?, ?> source)) {
            return null;
        }
        budget.characters(source.size());
        if (source != map) {
            map.putAll(Members.unchecked(source));
        }
        return "";
    }

    /** A key: text, number or truth value. A list as key would be hashed through and through. */
    static Object key(@Nullable Object key) {
        if (key instanceof String || key instanceof Number || key instanceof Boolean) {
            return key;
        }
        throw new TemplateFailure(
                "A map's key is a text, a number or a truth value" + (key == null ? ", not null." : "."));
    }
}
