package dev.sluice.engine.execution.authorization.policy;

import java.util.List;

/** An ARN whose six parts are matched one by one, each with its own wildcards: a star never crosses a colon. */
record ArnPattern(List<Wildcard> parts) {
    private static final int PARTS = 6;

    static ArnPattern of(String text) throws BadPolicy {
        String[] parts = text.split(":", PARTS);
        if (parts.length != PARTS) {
            throw new BadPolicy("\"" + text + "\" is no ARN, as the operator wants.");
        }
        return new ArnPattern(Elements.wildcards(List.of(parts)));
    }

    boolean matches(String value, AccessRequest request) {
        String[] given = value.split(":", PARTS);
        if (given.length != PARTS) {
            return false;
        }
        for (int i = 0; i < PARTS; i++) {
            if (!parts.get(i).matches(given[i], request)) {
                return false;
            }
        }
        return true;
    }
}
