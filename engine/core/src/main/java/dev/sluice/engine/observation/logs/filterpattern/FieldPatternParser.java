package dev.sluice.engine.observation.logs.filterpattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code [ip, user, ..., status = 4*, bytes > 1000]}: the message's words one by one. What stands in brackets or double
 * quotes is one word. Without {@code ...} the message has as many words as the pattern [unsure: the guide shows only
 * messages that have].
 */
final class FieldPatternParser {
    private final List<Predicate<String>> before = new ArrayList<>();
    private final List<Predicate<String>> after = new ArrayList<>();
    private boolean hasEllipsis;

    private FieldPatternParser() {}

    static FilterPattern parse(Scanner scanner) throws FilterPatternException {
        var parser = new FieldPatternParser();
        scanner.expect("[", "A pattern of fields begins with [.");
        do {
            parser.field(scanner);
            scanner.skipBlanks();
        } while (scanner.takes(","));
        scanner.expect("]", "A comma or a closing bracket is expected here.");
        scanner.skipBlanks();
        if (!scanner.isAtEnd()) {
            throw scanner.error("Nothing may follow the closing bracket.");
        }
        return parser.pattern();
    }

    private void field(Scanner scanner) throws FilterPatternException {
        scanner.skipBlanks();
        if (scanner.takes("...")) {
            if (hasEllipsis) {
                throw scanner.error("A pattern has one ... only.");
            }
            hasEllipsis = true;
            return;
        }
        (hasEllipsis ? after : before).add(conditions(scanner));
    }

    private static Predicate<String> conditions(Scanner scanner) throws FilterPatternException {
        var name = new String[] {""};
        return Conditions.read(scanner, inner -> condition(inner, name));
    }

    /** All conditions in one place are about its field. */
    private static Predicate<String> condition(Scanner scanner, String[] name) throws FilterPatternException {
        int start = scanner.at();
        String field = scanner.word("-.", "The name of a field");
        if (!name[0].isEmpty() && !name[0].equals(field)) {
            throw new FilterPatternException("All conditions of this place are about " + name[0] + ".", start);
        }
        name[0] = field;
        Optional<Comparison> comparison = Comparison.read(scanner);
        return value -> comparison.isEmpty() || comparison.get().holds(value);
    }

    private FilterPattern pattern() {
        List<Predicate<String>> first = List.copyOf(before);
        List<Predicate<String>> last = List.copyOf(after);
        boolean open = hasEllipsis;
        return message -> {
            List<String> words = words(message);
            int fields = first.size() + last.size();
            return (open ? words.size() >= fields : words.size() == fields)
                    && all(first, words.subList(0, first.size()))
                    && all(last, words.subList(words.size() - last.size(), words.size()));
        };
    }

    private static boolean all(List<Predicate<String>> conditions, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!conditions.get(i).test(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    static List<String> words(String message) {
        var words = new ArrayList<String>();
        int at = 0;
        while (at < message.length()) {
            char c = message.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            int close = c == '[' ? message.indexOf(']', at) : c == '"' ? message.indexOf('"', at + 1) : -1;
            int end = close >= 0 ? close : blank(message, at);
            words.add(message.substring(close >= 0 ? at + 1 : at, end));
            at = end + 1;
        }
        return words;
    }

    private static int blank(String message, int from) {
        int at = from;
        while (at < message.length() && !Character.isWhitespace(message.charAt(at))) {
            at++;
        }
        return at;
    }
}
