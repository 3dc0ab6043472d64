package dev.sluice.engine.backend.states;

/**
 * {@code arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME}, or {@code express} with an id more; other texts name
 * nothing.
 */
record ExecutionArn(String machine, String name) {
    static ExecutionArn of(String arn) {
        String[] parts = arn.split(":", 9);
        return parts.length >= 8 ? new ExecutionArn(parts[6], parts[7]) : new ExecutionArn("", "");
    }
}
