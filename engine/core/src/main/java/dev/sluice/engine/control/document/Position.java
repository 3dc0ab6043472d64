package dev.sluice.engine.control.document;

/**
 * A place in a text.
 *
 * @param line counted from 1; 0 if the place is unknown
 * @param column counted from 1; 0 if the place is unknown
 */
public record Position(int line, int column) {
    /** The place of what stands in no text. */
    public static final Position NONE = new Position(0, 0);
}
