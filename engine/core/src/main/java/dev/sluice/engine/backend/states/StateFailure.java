package dev.sluice.engine.backend.states;

/** A state's error: its name, as Retry and Catch match it, and its cause. */
final class StateFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String error;

    StateFailure(String error, String cause) {
        super(cause, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }

    String why() {
        String cause = getMessage();
        return cause == null ? "" : cause;
    }
}
