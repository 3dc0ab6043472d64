package dev.sluice.engine.observation.logs.filterpattern;

/** A filter pattern that is not understood. */
public final class FilterPatternException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /** @param offset of the character that the message is about, from 0 */
    FilterPatternException(String message, int offset) {
        super(message, null, false, false);
        this.offset = offset;
    }

    /** From 0. */
    public int offset() {
        return offset;
    }
}
