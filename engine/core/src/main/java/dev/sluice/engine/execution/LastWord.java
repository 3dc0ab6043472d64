package dev.sluice.engine.execution;

import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Refusal;

/** What a kind of API sends in the end. Times are nanoseconds since 1970-01-01T00:00Z. */
interface LastWord {
    /** The method response with the gateway's own headers. */
    HttpResponse success(Exchange exchange, MethodResponse response, long nowNanos);

    /** The gateway's own answer, customised if the API says so. */
    HttpResponse refusal(Exchange exchange, Refusal refusal, long nowNanos);
}
