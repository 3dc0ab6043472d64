package dev.sluice.engine.execution.authorization.policy;

/** A policy that cannot be used; the message is a sentence for its author. */
public final class BadPolicy extends Exception {
    private static final long serialVersionUID = 1L;

    BadPolicy(String message) {
        super(message, null, false, false);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
