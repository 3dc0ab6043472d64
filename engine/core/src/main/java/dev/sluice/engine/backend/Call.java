package dev.sluice.engine.backend;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;

/** A call to a neighbour, to be performed by the driver. */
public sealed interface Call {
    /**
     * A request to a real HTTP server.
     *
     * @param port 1 to 65535
     * @param target path and query, already encoded
     */
    record ToNetwork(boolean tls, String host, int port, String method, String target, Headers headers, Body body)
            implements Call {}

    /** A request to a neighbour that the workbench models: pure, so any driver can perform it. */
    non-sealed interface ToModel extends Call {
        /**
         * Answers at once and says how long the neighbour would have taken. The driver lets that time pass.
         *
         * @param nowNanos when the call is made, nanoseconds since 1970-01-01T00:00Z
         */
        Timed perform(long nowNanos);
    }

    /** @param latencyNanos time until the outcome is known, 0 or more */
    record Timed(Outcome outcome, long latencyNanos) {
        /**
         * This, or a time-out if it takes longer than the caller waits. Every driver asks here, so that all agree: an
         * outcome that comes exactly at the deadline has come in time.
         *
         * @param waitNanos time until the deadline; below 0 counts as 0
         */
        public Timed within(long waitNanos) {
            return latencyNanos <= Math.max(0, waitNanos)
                    ? this
                    : new Timed(new Outcome.TimedOut(), Math.max(0, waitNanos));
        }
    }
}
