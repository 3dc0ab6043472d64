package dev.sluice.engine.execution.authorization.policy;

/** What a policy says of one request. */
public enum Effect {
    ALLOW,
    /** No statement applies. */
    SILENT,
    /** A statement denies: nothing else matters. */
    DENY;

    /** What two policies say together when one allowance is enough: both belong to one account. */
    public Effect or(Effect other) {
        if (this == DENY || other == DENY) {
            return DENY;
        }
        return this == ALLOW || other == ALLOW ? ALLOW : SILENT;
    }

    /** What two policies say together when both must allow: they belong to two accounts. */
    public Effect and(Effect other) {
        if (this == DENY || other == DENY) {
            return DENY;
        }
        return this == ALLOW && other == ALLOW ? ALLOW : SILENT;
    }
}
