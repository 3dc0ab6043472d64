package dev.sluice.engine.execution.mapping;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.apache.velocity.runtime.directive.Scope;
import org.apache.velocity.runtime.parser.node.ASTIntegerRange;
import org.jspecify.annotations.Nullable;

/**
 * Values as text. Two forms: as a reference prints them (maps like Java's, lists of JSON as JSON), and as JSON. Charged
 * to the budget while it grows, because one list may hold another many times over.
 */
public final class TemplateText {
    private static final int DEEPEST = 500;

    private final StringBuilder text = new StringBuilder();
    private final Budget budget;

    private TemplateText(Budget budget) {
        this.budget = budget;
    }

    /** As a reference prints it; null is empty. */
    static String of(@Nullable Object value, Budget budget) {
        return switch (value) {
            case null -> "";
            case String string -> {
                budget.characters(string.length());
                yield string;
            }
            default -> {
                var printed = new TemplateText(budget);
                printed.print(value, 0);
                yield printed.text.toString();
            }
        };
    }

    /** As compact JSON. */
    static String json(@Nullable Object value, Budget budget) {
        var printed = new TemplateText(budget);
        printed.json(value, 0);
        return printed.text.toString();
    }

    private void print(@Nullable Object value, int depth) {
        switch (value) {
            case null -> add("null");
            case String string -> add(string);
            case Number number -> add(number.toString());
            case Boolean bool -> add(bool.toString());
            case JsonArray array -> json(array, depth);
            case Scope ignored -> {}
            case Map<?, ?> map -> printMap(map, depth);
            case Map.Entry<?, ?> entry -> printEntry(entry, depth);
            case ASTIntegerRange.IntegerRange range -> printList(range, depth);
            case Collection<?> list -> printList(list, depth);
            // $input, $util and the like have no text.
            default -> {}
        }
    }

    private void printMap(Map<?, ?> map, int depth) {
        guard(depth);
        add("{");
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            add(separator);
            printEntry(entry, depth);
            separator = ", ";
        }
        add("}");
    }

    private void printEntry(Map.Entry<?, ?> entry, int depth) {
        print(entry.getKey(), depth + 1);
        add("=");
        print(entry.getValue(), depth + 1);
    }

    private void printList(Collection<?> list, int depth) {
        guard(depth);
        add("[");
        String separator = "";
        for (Object element : list) {
            add(separator);
            print(element, depth + 1);
            separator = ", ";
        }
        add("]");
    }

    private void json(@Nullable Object value, int depth) {
        switch (value) {
            case null -> add("null");
            case String string -> quote(string);
            case Number number -> add(number.toString());
            case Boolean bool -> add(bool.toString());
            case Scope ignored -> add("{}");
            case Map<?, ?> map -> jsonObject(map, depth);
            case Collection<?> list -> jsonArray(list, depth);
            default -> add("{}");
        }
    }

    private void jsonObject(Map<?, ?> map, int depth) {
        guard(depth);
        add("{");
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            quote(String.valueOf(entry.getKey()));
            add(":");
            json(entry.getValue(), depth + 1);
            add(entries.hasNext() ? "," : "");
        }
        add("}");
    }

    private void jsonArray(Collection<?> list, int depth) {
        guard(depth);
        add("[");
        String separator = "";
        for (Object element : list) {
            add(separator);
            json(element, depth + 1);
            separator = ",";
        }
        add("]");
    }

    private void quote(String string) {
        budget.characters(string.length() + 2L);
        quote(string, text);
    }

    /** Appends the string as JSON, in quotes. */
    public static void quote(String string, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private void add(String part) {
        budget.characters(part.length() + 1L);
        text.append(part);
    }

    private static void guard(int depth) {
        if (depth > DEEPEST) {
            throw new TemplateFailure("A value is nested deeper than " + DEEPEST + " levels, or holds itself.");
        }
    }
}
