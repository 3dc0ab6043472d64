package dev.sluice.engine.observation.insights;

/**
 * A query that cannot be run as it is written: AWS's {@code MalformedQueryException}. The message says what, why and
 * what to do.
 */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final int line;
    private final int column;

    /** @param offset of the character in the query that the message is about, from 0 */
    public QueryException(String message, String query, int offset) {
        super(message, null, false, false);
        this.offset = offset;
        int at = Math.min(offset, query.length());
        int lineStart = query.lastIndexOf('\n', at - 1) + 1;
        line = 1
                + (int) query.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        column = at - lineStart + 1;
    }

    /** From 0. */
    public int offset() {
        return offset;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }
}
