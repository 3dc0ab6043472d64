package dev.sluice.engine.execution.accesslog;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Refusal;
import java.util.Optional;

/**
 * An exchange with its answer.
 *
 * @param endNanos when the answer was made, nanoseconds since 1970-01-01T00:00Z
 */
public record ClosedExchange(Exchange exchange, HttpResponse response, Optional<Refusal> refusal, long endNanos) {}
