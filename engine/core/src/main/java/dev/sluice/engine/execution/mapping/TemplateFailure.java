package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;

/** Carries a failure out of Velocity's tree, where no checked exception may pass. Never leaves this package. */
final class TemplateFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int line;
    private final int column;

    TemplateFailure(Reason reason, String message, int line, int column) {
        super(message, null, false, false);
        this.reason = reason;
        this.line = line;
        this.column = column;
    }

    TemplateFailure(String message) {
        this(Reason.FAILED, message, 0, 0);
    }

    /** The same failure at a place in the template, unless it has one already. */
    TemplateFailure at(int atLine, int atColumn) {
        return line > 0 ? this : new TemplateFailure(reason, text(), atLine, atColumn);
    }

    TemplateException asException() {
        return new TemplateException(reason, text(), line, column);
    }

    private String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
