package dev.sluice.engine.execution.integration;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A set of header names, compared without case. */
public record HeaderNames(Set<String> names) {
    public static HeaderNames of(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(set, names);
        return new HeaderNames(Collections.unmodifiableSet(set));
    }

    HeaderNames and(String... more) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        Collections.addAll(set, more);
        return new HeaderNames(Collections.unmodifiableSet(set));
    }

    public boolean contains(String name) {
        return names.contains(name);
    }
}
