package dev.sluice.engine.execution.integration;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query string, form-decoded: {@code +} is a space, {@code %2B} is {@code +}; parameters end at {@code &} and at
 * {@code ;} (data-plane section 4). Names keep their case and the order of their first appearance.
 */
public final class QueryString {
    public static final QueryString NONE = new QueryString(Map.of());

    private final Map<String, List<String>> values;

    private QueryString(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @param raw the text after {@code ?}, as it came */
    public static QueryString of(String raw) {
        if (raw.isEmpty()) {
            return NONE;
        }
        var values = new LinkedHashMap<String, List<String>>();
        int start = 0;
        for (int i = 0; i <= raw.length(); i++) {
            if (i == raw.length() || raw.charAt(i) == '&' || raw.charAt(i) == ';') {
                if (i > start) {
                    add(raw.substring(start, i), values);
                }
                start = i + 1;
            }
        }
        values.replaceAll((name, list) -> Collections.unmodifiableList(list));
        return values.isEmpty() ? NONE : new QueryString(Collections.unmodifiableMap(values));
    }

    /** All values of every name, in order. */
    public Map<String, List<String>> all() {
        return values;
    }

    /** The values of a name, in order; empty if it is not there. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The last value of a name: the one that counts where there can be only one. */
    public Optional<String> last(String name) {
        List<String> all = values.get(name);
        return all == null ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The last value of every name. */
    public Map<String, String> lastValues() {
        var last = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> last.put(name, all.getLast()));
        return last;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    private static void add(String parameter, Map<String, List<String>> values) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        values.computeIfAbsent(decoded(name), ignored -> new ArrayList<>(1)).add(decoded(value));
    }

    /** A text with a wrong percent escape stays as it is. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
