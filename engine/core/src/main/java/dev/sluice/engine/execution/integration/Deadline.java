package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Workspace;

/** By when an integration must have answered (data-plane section 18). */
final class Deadline {
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final long timeoutNanos;

    /** The integration's own timeout, cut to 29 s where the profile says that nobody can raise it. */
    Deadline(Integration integration, Workspace workspace) {
        boolean fixed = workspace.profile().timeoutCeiling() == TimeoutCeiling.FIXED_29_SECONDS;
        int millis = integration.timeoutInMillis();
        timeoutNanos = (fixed ? Math.min(millis, Integration.DEFAULT_TIMEOUT_MILLIS) : millis) * NANOS_PER_MILLI;
    }

    /** @param nowNanos when the call is made, nanoseconds since 1970-01-01T00:00Z */
    long after(long nowNanos) {
        return nowNanos + timeoutNanos;
    }
}
