package dev.sluice.engine.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The headers of one message in wire order, repeats included. Names keep their case and are compared without it.
 *
 * <p>One array of name, value, name, value: a request has about ten headers, and a scan of them is cheaper than a map.
 */
public final class Headers {
    public static final Headers NONE = new Headers(new String[0]);

    private final String[] pairs;

    private Headers(String[] pairs) {
        this.pairs = pairs;
    }

    /**
     * Headers from alternating names and values.
     *
     * @throws IllegalArgumentException if a name has no value
     */
    public static Headers of(String... pairs) {
        if (pairs.length % 2 != 0) {
            throw new IllegalArgumentException("header " + pairs[pairs.length - 1] + " has no value");
        }
        return new Headers(pairs.clone());
    }

    public static Builder builder() {
        return new Builder(16);
    }

    /** A builder that starts with these headers. */
    public Builder toBuilder() {
        var builder = new Builder(pairs.length / 2 + 8);
        forEach(builder::add);
        return builder;
    }

    /** How many header lines there are. */
    public int size() {
        return pairs.length / 2;
    }

    /** Name of header line {@code index}, counted from 0. */
    public String name(int index) {
        return pairs[2 * index];
    }

    /** Value of header line {@code index}, counted from 0. */
    public String value(int index) {
        return pairs[2 * index + 1];
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> first(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equalsIgnoreCase(name)) {
                return Optional.of(pairs[i + 1]);
            }
        }
        return Optional.empty();
    }

    /** The last value of the header: the one API Gateway hands on when a header is repeated. */
    public Optional<String> last(String name) {
        for (int i = pairs.length - 2; i >= 0; i -= 2) {
            if (pairs[i].equalsIgnoreCase(name)) {
                return Optional.of(pairs[i + 1]);
            }
        }
        return Optional.empty();
    }

    /** All values of the header in wire order. */
    public List<String> all(String name) {
        var values = new ArrayList<String>(2);
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equalsIgnoreCase(name)) {
                values.add(pairs[i + 1]);
            }
        }
        return values;
    }

    public boolean contains(String name) {
        return first(name).isPresent();
    }

    /**
     * These headers as lines that stay lines: a line whose name is none is left out, and control characters in values
     * become spaces (RFC 9110 sections 5.1 and 5.5). What AWS does with them is not public.
     */
    public Headers sendable() {
        for (int i = 0; i < pairs.length; i += 2) {
            if (!FieldLines.isName(pairs[i]) || !FieldLines.isValue(pairs[i + 1])) {
                return cleaned();
            }
        }
        return this;
    }

    private Headers cleaned() {
        var lines = new Builder(size());
        forEach((name, value) -> {
            if (FieldLines.isName(name)) {
                lines.add(name, FieldLines.value(value));
            }
        });
        return lines.build();
    }

    /** Calls back with each name and value in wire order. */
    public void forEach(BiConsumer<String, String> action) {
        for (int i = 0; i < pairs.length; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    /** Last value of each name, in order of first appearance; the case is that of the last line. */
    public Map<String, String> lastValues() {
        var names = new LinkedHashMap<String, String>();
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            String key = pairs[i].toLowerCase(java.util.Locale.ROOT);
            names.put(key, pairs[i]);
            values.put(key, pairs[i + 1]);
        }
        var result = new LinkedHashMap<String, String>();
        names.forEach((key, name) -> result.put(name, values.getOrDefault(key, "")));
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers headers && Arrays.equals(pairs, headers.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }

    /** Collects headers in order. Not for sharing between threads. */
    public static final class Builder {
        private String[] pairs;
        private int used;

        private Builder(int lines) {
            pairs = new String[2 * lines];
        }

        /** Adds a line, even if the name is there already. */
        public Builder add(String name, String value) {
            if (used == pairs.length) {
                pairs = Arrays.copyOf(pairs, Math.max(16, 2 * used));
            }
            pairs[used++] = name;
            pairs[used++] = value;
            return this;
        }

        /** Replaces every line of that name by this one, in the place of the first; adds it if there is none. */
        public Builder set(String name, String value) {
            int first = indexOf(name);
            if (first < 0) {
                return add(name, value);
            }
            pairs[first] = name;
            pairs[first + 1] = value;
            removeFrom(first + 2, name);
            return this;
        }

        public Builder remove(String name) {
            removeFrom(0, name);
            return this;
        }

        public boolean contains(String name) {
            return indexOf(name) >= 0;
        }

        public Headers build() {
            return used == 0 ? NONE : new Headers(Arrays.copyOf(pairs, used));
        }

        private int indexOf(String name) {
            for (int i = 0; i < used; i += 2) {
                if (pairs[i].equalsIgnoreCase(name)) {
                    return i;
                }
            }
            return -1;
        }

        private void removeFrom(int start, String name) {
            int kept = start;
            for (int i = start; i < used; i += 2) {
                if (!pairs[i].equalsIgnoreCase(name)) {
                    pairs[kept] = pairs[i];
                    pairs[kept + 1] = pairs[i + 1];
                    kept += 2;
                }
            }
            used = kept;
        }
    }
}
