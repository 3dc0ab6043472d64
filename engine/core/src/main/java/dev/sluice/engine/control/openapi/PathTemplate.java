package dev.sluice.engine.control.openapi;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path of a resource, checked: segments of plain characters, <code>{name}</code>, and a last <code>{name+}</code>.
 */
record PathTemplate(List<String> segments) {
    /** Longest path, in characters. */
    private static final int LONGEST = 1_024;

    private static final int MOST_SEGMENTS = 50;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:-]+");
    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z0-9_.,:-]+\\+?}");

    static final PathTemplate ROOT = new PathTemplate(List.of());

    PathTemplate {
        segments = List.copyOf(segments);
    }

    /** What is wrong with the path; empty if nothing is. */
    static Optional<String> fault(String path) {
        if (!path.startsWith("/")) {
            return Optional.of("The path must start with a slash.");
        }
        if (path.length() > LONGEST) {
            return Optional.of("The path has " + path.length() + " characters; at most " + LONGEST + " can be served.");
        }
        List<String> segments = of(path).segments;
        if (segments.size() > MOST_SEGMENTS) {
            return Optional.of(
                    "The path has " + segments.size() + " segments; at most " + MOST_SEGMENTS + " are served.");
        }
        for (int i = 0; i < segments.size(); i++) {
            Optional<String> fault = fault(segments.get(i), i == segments.size() - 1);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(String segment, boolean last) {
        if (segment.isEmpty()) {
            return Optional.of("The path has two slashes in a row; remove one.");
        }
        if (isGreedy(segment) && PARAMETER.matcher(segment).matches() && !last) {
            return Optional.of("The greedy parameter " + segment + " must be the last segment.");
        }
        if (PLAIN.matcher(segment).matches() || PARAMETER.matcher(segment).matches()) {
            return Optional.empty();
        }
        return Optional.of("The segment \"" + segment
                + "\" must consist of letters, digits and _ - . , : or be one whole {parameter} or {parameter+}.");
    }

    /** Splits a path; a slash at its end is dropped. */
    static PathTemplate of(String path) {
        String inner = path.substring(1);
        String trimmed = inner.endsWith("/") ? inner.substring(0, inner.length() - 1) : inner;
        return trimmed.isEmpty() ? ROOT : new PathTemplate(List.of(trimmed.split("/", -1)));
    }

    /** The path of the first {@code count} segments. */
    String prefix(int count) {
        return "/" + String.join("/", segments.subList(0, count));
    }

    String path() {
        return prefix(segments.size());
    }

    /** The path with all parameter names alike: two resources of the same shape cannot be told apart. */
    String shape() {
        return "/"
                + String.join(
                        "/",
                        segments.stream()
                                .map(segment -> isGreedy(segment) ? "{+}" : isParameter(segment) ? "{}" : segment)
                                .toList());
    }

    /** Names of the parameters from left to right, without the plus sign. */
    List<String> parameters() {
        return segments.stream()
                .filter(PathTemplate::isParameter)
                .map(segment -> segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1)))
                .toList();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.startsWith("{") && segment.endsWith("+}");
    }
}
