package dev.sluice.engine.aws.xray;

import dev.sluice.engine.aws.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter expression: {@code http.status = 429 AND !fault AND service("shop/prod")}. What is not known here, as edges
 * and groups, is refused with its place.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html">Filter expressions</a>
 */
final class TraceFilter {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 32;

    private static final Map<String, Predicate<Trace>> FLAGS = Map.of(
            "ok", trace -> !trace.has("error") && !trace.has("fault") && !trace.has("throttle"),
            "error", trace -> trace.has("error"),
            "fault", trace -> trace.has("fault"),
            "throttle", trace -> trace.has("throttle"),
            "partial", trace -> false);

    private static final Map<String, ToDoubleFunction<Trace>> NUMBERS =
            Map.of("responsetime", Trace::responseTime, "duration", Trace::duration, "http.status", Trace::status);

    private static final Map<String, Function<Trace, String>> TEXTS = Map.of(
            "http.url", trace -> trace.request("url"),
            "http.method", trace -> trace.request("method"),
            "http.useragent", trace -> trace.request("user_agent"),
            "http.clientip", trace -> trace.request("client_ip"));

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.:]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");
    private static final Pattern OPERATOR = Pattern.compile("!=|<=|>=|=|<|>");

    private final String text;
    private int at;

    private TraceFilter(String text) {
        this.text = text;
    }

    /** The filter; an empty one lets everything through. */
    static Predicate<Trace> of(String text) {
        var filter = new TraceFilter(text);
        if (text.isBlank()) {
            return trace -> true;
        }
        if (text.length() > LONGEST) {
            throw filter.error("it is longer than " + LONGEST + " characters");
        }
        Predicate<Trace> read = filter.any(0);
        if (!filter.isAtEnd()) {
            throw filter.error("AND, OR or the end is expected");
        }
        return read;
    }

    private Predicate<Trace> any(int depth) {
        var parts = new ArrayList<Predicate<Trace>>();
        do {
            parts.add(all(depth));
        } while (takesWord("OR"));
        return trace -> parts.stream().anyMatch(part -> part.test(trace));
    }

    private Predicate<Trace> all(int depth) {
        var parts = new ArrayList<Predicate<Trace>>();
        do {
            parts.add(one(depth));
        } while (takesWord("AND"));
        return trace -> parts.stream().allMatch(part -> part.test(trace));
    }

    private Predicate<Trace> one(int depth) {
        if (depth > DEEPEST) {
            throw error("it is nested more than " + DEEPEST + " times");
        }
        if (takes("!") || takesWord("NOT")) {
            return one(depth + 1).negate();
        }
        if (takes("(")) {
            Predicate<Trace> inner = any(depth + 1);
            expect(")");
            return inner;
        }
        int start = at;
        String word = taken(WORD, "a keyword");
        if (word.startsWith("annotation.")) {
            return compared(annotation(word.substring("annotation.".length())));
        }
        if (word.equals("annotation")) {
            expect("[");
            String name = taken(WORD, "the name of an annotation");
            expect("]");
            return compared(annotation(name));
        }
        if (word.equals("service")) {
            return service();
        }
        if (FLAGS.containsKey(word)) {
            return FLAGS.getOrDefault(word, trace -> false);
        }
        if (NUMBERS.containsKey(word)) {
            return ordered(NUMBERS.getOrDefault(word, trace -> 0));
        }
        if (TEXTS.containsKey(word)) {
            return compared(TEXTS.getOrDefault(word, trace -> ""));
        }
        at = start;
        throw error("the keyword " + word + " is not known");
    }

    private static Function<Trace, String> annotation(String name) {
        return trace -> Json.text(trace.first().path("annotations"), name);
    }

    private Predicate<Trace> service() {
        expect("(");
        if (takes(")")) {
            return trace -> true;
        }
        String name = quoted();
        expect(")");
        if (takes("{")) {
            throw error("a filter within a service is not supported");
        }
        return trace -> trace.segments().stream()
                .anyMatch(segment -> Json.text(segment, "name").equals(name)
                        || segment.path("subsegments")
                                .valueStream()
                                .anyMatch(call -> ServiceGraph.name(call).equals(name)));
    }

    private Predicate<Trace> ordered(ToDoubleFunction<Trace> value) {
        String operator = taken(OPERATOR, "a comparison");
        double number = Double.parseDouble(taken(NUMBER, "a number"));
        return trace -> {
            int order = Double.compare(value.applyAsDouble(trace), number);
            return holds(operator, order);
        };
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private Predicate<Trace> compared(Function<Trace, String> value) {
        if (takesWord("CONTAINS")) {
            String part = quoted();
            return trace -> value.apply(trace).contains(part);
        }
        if (takesWord("BEGINSWITH")) {
            String part = quoted();
            return trace -> value.apply(trace).startsWith(part);
        }
        if (takesWord("ENDSWITH")) {
            String part = quoted();
            return trace -> value.apply(trace).endsWith(part);
        }
        if (takes("!=")) {
            String other = quoted();
            return trace -> !value.apply(trace).equals(other);
        }
        expect("=");
        String other = quoted();
        return trace -> value.apply(trace).equals(other);
    }

    private String quoted() {
        blanks();
        char quote = isAtEnd() ? ' ' : text.charAt(at);
        int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw error("a text in quotes is expected");
        }
        String found = text.substring(at + 1, end);
        at = end + 1;
        return found;
    }

    private String taken(Pattern pattern, String what) {
        blanks();
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw error(what + " is expected");
        }
        at = matcher.end();
        return matcher.group();
    }

    private boolean takes(String sign) {
        blanks();
        boolean stands = text.startsWith(sign, at);
        at += stands ? sign.length() : 0;
        return stands;
    }

    private boolean takesWord(String word) {
        blanks();
        int end = at + word.length();
        boolean stands = text.regionMatches(true, at, word, 0, word.length())
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        at = stands ? end : at;
        return stands;
    }

    private void expect(String sign) {
        if (!takes(sign)) {
            throw error(sign + " is expected");
        }
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean isAtEnd() {
        blanks();
        return at >= text.length();
    }

    private ServiceException error(String why) {
        return new ServiceException(
                "InvalidRequestException", "Invalid filter expression: " + why + " at character " + (at + 1) + ".");
    }
}
