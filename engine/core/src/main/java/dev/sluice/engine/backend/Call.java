package dev.sluice.engine.backend;

import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.util.Optional;

/** A call to a neighbour, to be performed by the driver. */
public sealed interface Call {
    /** Lambda's id of the invocation that the call makes; empty if it makes none that is logged here. */
    default String invocationId() {
        return "";
    }

    /**
     * A request to a real HTTP server.
     *
     * @param port 1 to 65535
     * @param target path and query, already encoded
     * @param headers sent as they are, but for what would not stay a line ({@link Headers#sendable})
     * @param insecureSkipVerification whether a certificate from an unknown authority is good enough; its name and
     *     dates are checked even so
     */
    record ToNetwork(
            boolean tls,
            String host,
            int port,
            String method,
            String target,
            Headers headers,
            Body body,
            boolean insecureSkipVerification)
            implements Call {
        public ToNetwork {
            headers = headers.sendable();
        }

        /** A request to a server whose certificate is checked as usual. */
        public ToNetwork(boolean tls, String host, int port, String method, String target, Headers headers, Body body) {
            this(tls, host, port, method, target, headers, body, false);
        }
    }

    /** A request to a neighbour that the workbench models: pure, so any driver can perform it. */
    non-sealed interface ToModel extends Call {
        /**
         * Answers at once and says how long the neighbour would have taken. The driver lets that time pass.
         *
         * @param nowNanos when the call is made, nanoseconds since 1970-01-01T00:00Z
         */
        Timed perform(long nowNanos);
    }

    /**
     * A call that is made and not waited for: the neighbour has accepted it, and whatever it answers is lost.
     *
     * @param call never one of this kind
     */
    record Unawaited(Call call) implements Call {
        /** What is known at once: 202 without a body, as Lambda accepts an event. */
        public static final Outcome ACCEPTED = new Outcome.Answered(new HttpResponse(202, Headers.NONE, Body.EMPTY));

        @Override
        public String invocationId() {
            return call.invocationId();
        }
    }

    /**
     * An invocation of a function that is a program on this machine, answered as Lambda's Invoke is.
     *
     * @param invokedArn ARN by which it was called
     * @param requestId Lambda's id of the invocation
     * @param traceHeader the {@code X-Amzn-Trace-Id} of the call
     * @param model what stands for it where no program can be started
     */
    record ToProcess(
            ProcessFunction function,
            String invokedArn,
            String requestId,
            String traceHeader,
            Body event,
            Optional<ToModel> model)
            implements Call {
        @Override
        public String invocationId() {
            return requestId;
        }
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
