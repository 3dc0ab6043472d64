package dev.sluice.app.design;

import dev.sluice.app.design.TreeEntry.MethodEntry;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the filter box lets through. Words are joined by "and": an HTTP method, {@code key:yes}, {@code key:no},
 * {@code changed} for what differs from the stage, or a part of the path.
 */
final class MethodFilter {
    private static final Set<String> HTTP_METHODS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options", "any");

    private final List<String> words;

    MethodFilter(String typed) {
        words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    boolean matches(MethodEntry method) {
        return words.stream().allMatch(word -> matches(method, word));
    }

    boolean isEmpty() {
        return words.getFirst().isEmpty();
    }

    private static boolean matches(MethodEntry method, String word) {
        if (HTTP_METHODS.contains(word)) {
            return method.httpMethod().equalsIgnoreCase(word);
        }
        return switch (word) {
            case "key:yes" -> method.keyRequired();
            case "key:no" -> !method.keyRequired();
            case "changed" -> method.state() != DeploymentState.DEPLOYED;
            default -> method.path().toLowerCase(Locale.ROOT).contains(word);
        };
    }
}
