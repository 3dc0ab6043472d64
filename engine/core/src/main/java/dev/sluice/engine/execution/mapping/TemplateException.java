package dev.sluice.engine.execution.mapping;

/** A mapping template that cannot be read or rendered; the message says why, in words for its author. */
public final class TemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int line;
    private final int column;

    TemplateException(Reason reason, String message, int line, int column) {
        super(message, null, false, false);
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    public Reason reason() {
        return reason;
    }

    /** Line in the template, counted from 1; 0 if unknown. */
    public int line() {
        return line;
    }

    /** Column in the line, counted from 1; 0 if unknown. */
    public int column() {
        return column;
    }

    /** What went wrong. */
    public enum Reason {
        /** The text is no template. */
        SYNTAX,
        /** A call in it failed. */
        FAILED,
        /** It ran through its {@link Budget}. */
        TOO_MUCH_WORK,
        /** It reads into a body that is not JSON: the client's mistake, so 400 in a request template. */
        BODY_NOT_JSON
    }
}
