package dev.sluice.engine.execution;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;

/** What a stop decides. */
public sealed interface Verdict {
    /** On to the next stop. */
    Verdict GO = new Go();

    record Go() implements Verdict {}

    /** The gateway answers itself. */
    record Refuse(Refusal refusal) implements Verdict {}

    /** The answer is there already: no stop after this one is visited. */
    record Answer(MethodResponse response) implements Verdict {}

    /**
     * The driver performs this call; the next stop runs with its outcome.
     *
     * @param deadlineNanos nanoseconds since 1970-01-01T00:00Z
     */
    record Invoke(Call call, long deadlineNanos, Callee callee) implements Verdict {
        /** The call that the integration is there for. */
        public Invoke(Call call, long deadlineNanos) {
            this(call, deadlineNanos, Callee.INTEGRATION);
        }
    }

    /** Who is called: each has its own slot for the outcome in the exchange. */
    enum Callee {
        AUTHORIZER,
        INTEGRATION
    }

    /** A refusal with the type's own status. */
    static Verdict refuse(GatewayResponseType type, String message, Cause cause) {
        return new Refuse(Refusal.of(type, message, cause));
    }

    /** 500 {@code Internal server error}: what AWS answers to every mistake in an API's configuration. */
    static Verdict misconfigured(Cause cause) {
        return refuse(GatewayResponseType.API_CONFIGURATION_ERROR, "Internal server error", cause);
    }
}
