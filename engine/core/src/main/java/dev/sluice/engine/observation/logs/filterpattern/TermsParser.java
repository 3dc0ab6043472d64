package dev.sluice.engine.observation.logs.filterpattern;

import dev.sluice.engine.execution.mapping.LinearPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms: all plain ones must be in the message and no {@code -} one; of {@code ?} ones any, but they count for nothing
 * beside others [unsure: as the guide's note says]. A term is found anywhere in the message, upper and lower case apart
 * [unsure whether within a word].
 */
final class TermsParser {
    private final List<FilterPattern> wanted = new ArrayList<>();
    private final List<FilterPattern> optional = new ArrayList<>();
    private final List<FilterPattern> unwanted = new ArrayList<>();

    private TermsParser() {}

    static FilterPattern parse(Scanner scanner) throws FilterPatternException {
        var parser = new TermsParser();
        scanner.skipBlanks();
        while (!scanner.isAtEnd()) {
            List<FilterPattern> kind =
                    scanner.takes("-") ? parser.unwanted : scanner.takes("?") ? parser.optional : parser.wanted;
            kind.add(term(scanner));
            if (!scanner.isAtEnd() && !Character.isWhitespace(scanner.peek())) {
                throw scanner.error("A term with " + scanner.peek() + " is written in double quotes.");
            }
            scanner.skipBlanks();
        }
        return parser.pattern();
    }

    private FilterPattern pattern() {
        List<FilterPattern> all = List.copyOf(wanted);
        List<FilterPattern> none = List.copyOf(unwanted);
        List<FilterPattern> any = all.isEmpty() && none.isEmpty() ? List.copyOf(optional) : List.of();
        return message -> all.stream().allMatch(term -> term.matches(message))
                && none.stream().noneMatch(term -> term.matches(message))
                && (any.isEmpty() || any.stream().anyMatch(term -> term.matches(message)));
    }

    private static FilterPattern term(Scanner scanner) throws FilterPatternException {
        if (scanner.peek() == '%') {
            LinearPattern regex = scanner.regex();
            return regex::isFoundIn;
        }
        String term = scanner.peek() == '"' ? scanner.quoted() : scanner.word("", "A term");
        return message -> message.contains(term);
    }
}
