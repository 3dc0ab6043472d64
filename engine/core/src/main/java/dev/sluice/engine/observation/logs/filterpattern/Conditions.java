package dev.sluice.engine.observation.logs.filterpattern;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Conditions joined by {@code &&} and {@code ||} with parentheses; {@code &&} binds stronger. */
final class Conditions {
    /** Parentheses within each other. */
    private static final int DEEPEST = 32;

    /** Reads one condition. */
    @FunctionalInterface
    interface Single<T> {
        Predicate<T> read(Scanner scanner) throws FilterPatternException;
    }

    private Conditions() {}

    static <T> Predicate<T> read(Scanner scanner, Single<T> single) throws FilterPatternException {
        return any(scanner, single, 0);
    }

    private static <T> Predicate<T> any(Scanner scanner, Single<T> single, int depth) throws FilterPatternException {
        List<Predicate<T>> parts = new ArrayList<>();
        do {
            parts.add(all(scanner, single, depth));
            scanner.skipBlanks();
        } while (scanner.takes("||"));
        List<Predicate<T>> read = List.copyOf(parts);
        return value -> read.stream().anyMatch(part -> part.test(value));
    }

    private static <T> Predicate<T> all(Scanner scanner, Single<T> single, int depth) throws FilterPatternException {
        List<Predicate<T>> parts = new ArrayList<>();
        do {
            parts.add(one(scanner, single, depth));
            scanner.skipBlanks();
        } while (scanner.takes("&&"));
        List<Predicate<T>> read = List.copyOf(parts);
        return value -> read.stream().allMatch(part -> part.test(value));
    }

    private static <T> Predicate<T> one(Scanner scanner, Single<T> single, int depth) throws FilterPatternException {
        scanner.skipBlanks();
        if (!scanner.takes("(")) {
            return single.read(scanner);
        }
        if (depth >= DEEPEST) {
            throw scanner.error("Parentheses may stand in each other " + DEEPEST + " times.");
        }
        Predicate<T> inner = any(scanner, single, depth + 1);
        scanner.expect(")", "A closing parenthesis, && or || is expected here.");
        return inner;
    }
}
