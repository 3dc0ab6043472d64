package dev.sluice.engine.observation.logs.filterpattern;

/** A filter pattern that was read and understood. Immutable. */
@FunctionalInterface
public interface FilterPattern {
    /** Longest pattern, in characters (API_FilterLogEvents). */
    int LONGEST = 1_024;

    boolean matches(String message);

    /**
     * The pattern; an empty one matches everything.
     *
     * @throws FilterPatternException with the place, if it is not understood
     */
    static FilterPattern of(String text) throws FilterPatternException {
        if (text.length() > LONGEST) {
            throw new FilterPatternException("A filter pattern has up to " + LONGEST + " characters.", LONGEST);
        }
        var scanner = new Scanner(text);
        scanner.skipBlanks();
        return switch (scanner.peek()) {
            case '{' -> JsonPatternParser.parse(scanner);
            case '[' -> FieldPatternParser.parse(scanner);
            default -> TermsParser.parse(scanner);
        };
    }
}
