package dev.sluice.engine.execution.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.velocity.runtime.directive.ForeachScope;
import org.apache.velocity.runtime.directive.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a template may call: a list, not reflection. What is not listed is absent, and an absent member
 * prints nothing, as on API Gateway.
 */
final class Members {
    private Members() {}

    /** {@code $target.name(arguments)}. */
    static @Nullable Object call(Object target, String name, List<@Nullable Object> arguments, Budget budget) {
        budget.characters(arguments.size() + 1L);
        return switch (target) {
            case InputVariable input -> input(input, name, arguments, budget);
            case UtilFunctions ignored ->
                arguments.size() == 1 ? UtilVariable.call(name, arguments.getFirst(), budget) : null;
            case String string -> StringMethods.call(string, name, arguments, budget);
            case Scope scope -> loop(scope, getter(name));
            case Map<?, ?> map -> MapMethods.call(unchecked(map), name, arguments, budget);
            case Collection<?> list -> ListMethods.call(unchecked(list), name, arguments, budget);
            case Map.Entry<?, ?> entry -> entry(entry, getter(name));
            case Number number -> ScalarMethods.call(number, name, arguments, budget);
            case Boolean bool -> ScalarMethods.call(bool, name, arguments);
            default -> null;
        };
    }

    /** {@code $target.name}. */
    static @Nullable Object property(Object target, String name) {
        return switch (target) {
            case InputVariable input -> name.equals("body") ? input.body() : null;
            case Scope scope -> loop(scope, name);
            case Map<?, ?> map -> map.get(name);
            case Map.Entry<?, ?> entry -> entry(entry, name);
            case String string -> name.equals("empty") ? (Object) string.isEmpty() : null;
            case Collection<?> list -> name.equals("empty") ? (Object) list.isEmpty() : null;
            default -> null;
        };
    }

    /** {@code $target[index]}; a negative index counts from the end. */
    static @Nullable Object element(Object target, @Nullable Object index) {
        return switch (target) {
            case Map<?, ?> map -> map.get(index);
            case List<?> list -> list.get(position(index, list.size()));
            default -> null;
        };
    }

    /** {@code #set($target.name = value)}; false if the target has no such thing. */
    static boolean setProperty(Object target, String name, @Nullable Object value) {
        return !(target instanceof Scope) && target instanceof Map<?, ?> map && put(unchecked(map), name, value);
    }

    /** {@code #set($target[index] = value)}; false if the target has no such thing. */
    static boolean setElement(Object target, @Nullable Object index, @Nullable Object value) {
        return switch (target) {
            case Scope ignored -> false;
            case Map<?, ?> map -> put(unchecked(map), index, value);
            case List<?> list -> {
                unchecked((Collection<?>) list).set(position(index, list.size()), value);
                yield true;
            }
            default -> false;
        };
    }

    /** What #foreach walks through; none for a value that is no list. */
    static @Nullable Iterator<?> iterator(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Scope ignored -> null;
            case Map<?, ?> map -> new ArrayList<>(map.values()).iterator();
            case Collection<?> list -> list.iterator();
            default -> null;
        };
    }

    /** Whether a value counts as true in #if: not null, not false, not empty, not zero. */
    static boolean isTrue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case String string -> !string.isEmpty();
            case Number number -> number.doubleValue() != 0;
            case Scope ignored -> true;
            case Map<?, ?> map -> !map.isEmpty();
            case Collection<?> list -> !list.isEmpty();
            default -> true;
        };
    }

    static int position(@Nullable Object index, int size) {
        Number number = Numbers.of(index);
        if (number == null) {
            throw new TemplateFailure("A list is indexed by a number, not by " + kind(index) + ".");
        }
        int position = number.intValue() < 0 ? size + number.intValue() : number.intValue();
        if (position < 0 || position >= size) {
            throw new TemplateFailure("Index " + number + " is outside of a list of " + size + ".");
        }
        return position;
    }

    /** What a value is, for messages: its text could be long, or hold itself. */
    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case String text -> text.length() <= 40 ? "'" + text + "'" : "a text of " + text.length() + " characters";
            case Number number -> "a number";
            case Boolean bool -> bool.toString();
            case Map<?, ?> map -> "a map";
            case Collection<?> list -> "a list";
            default -> "something else";
        };
    }

    private static @Nullable Object input(
            InputVariable input, String name, List<@Nullable Object> arguments, Budget budget) {
        if (arguments.isEmpty()) {
            return switch (name) {
                case "params" -> input.params();
                case "getBody" -> input.body();
                default -> null;
            };
        }
        String argument = TemplateText.of(arguments.getFirst(), budget);
        return switch (name) {
            case "path" -> input.path(argument);
            case "json" -> input.json(argument);
            case "params" -> input.params(argument);
            default -> null;
        };
    }

    private static @Nullable Object loop(Scope scope, String name) {
        if (name.equals("parent")) {
            return scope.getParent();
        }
        if (!(scope instanceof ForeachScope foreach)) {
            return null;
        }
        return switch (name) {
            case "index" -> foreach.getIndex();
            case "count" -> foreach.getCount();
            case "hasNext" -> foreach.hasNext();
            case "first" -> foreach.isFirst();
            case "last" -> foreach.isLast();
            default -> null;
        };
    }

    private static @Nullable Object entry(Map.Entry<?, ?> entry, String name) {
        return switch (name) {
            case "key" -> entry.getKey();
            case "value" -> entry.getValue();
            default -> null;
        };
    }

    /** The property that a method reads: {@code getKey} reads {@code key}, {@code isFirst} reads {@code first}. */
    private static String getter(String method) {
        int prefix = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        return prefix == 0 || method.length() == prefix
                ? method
                : Character.toLowerCase(method.charAt(prefix)) + method.substring(prefix + 1);
    }

    private static boolean put(Map<Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
        map.put(MapMethods.key(key), value);
        return true;
    }

    @SuppressWarnings("unchecked")
    static Map<Object, @Nullable Object> unchecked(Map<?, ?> map) {
        return (Map<Object, @Nullable Object>) map;
    }

    /** The collection as a list: the template's own if it is one, else a copy. */
    @SuppressWarnings("unchecked")
    static List<@Nullable Object> unchecked(Collection<?> collection) {
        return collection instanceof List<?> list ? (List<@Nullable Object>) list : new ArrayList<>(collection);
    }

    /** Stands for {@code $util} in the template. */
    static final class UtilFunctions {
        static final UtilFunctions INSTANCE = new UtilFunctions();

        private UtilFunctions() {}
    }
}
