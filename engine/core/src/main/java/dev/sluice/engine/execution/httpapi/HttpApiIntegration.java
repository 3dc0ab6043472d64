package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.Map;

/** A route's integration, ready for requests: one class for each integration type. Immutable. */
interface HttpApiIntegration {
    /** Of a route whose integration is missing: nothing to call. */
    HttpApiIntegration NONE = new HttpApiIntegration() {
        @Override
        public Verdict call(Exchange exchange, long nowNanos) {
            return HttpApiRefusal.internalServerError(new Cause.InvalidEndpointAddress(""));
        }

        @Override
        public Verdict read(Exchange exchange, HttpResponse answer) {
            throw new IllegalStateException("nothing was called");
        }
    };

    /**
     * Says what to call and by when.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    Verdict call(Exchange exchange, long nowNanos);

    /** Writes the method response into the exchange. */
    Verdict read(Exchange exchange, HttpResponse answer);

    /** @param variables the stage's variables */
    static HttpApiIntegration of(HttpApi.Integration integration, Map<String, String> variables, Workspace workspace) {
        return switch (integration.integrationType()) {
            case AWS_PROXY -> new FunctionRoute(integration, variables, workspace);
            case HTTP_PROXY -> new HttpProxyRoute(integration, variables, workspace);
        };
    }

    /**
     * When an integration must have answered.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    static long deadlineNanos(HttpApi.Integration integration, long nowNanos) {
        int millis = Math.min(integration.timeoutInMillis(), HttpApi.Integration.LONGEST_TIMEOUT_MILLIS);
        return nowNanos + millis * 1_000_000L;
    }
}
