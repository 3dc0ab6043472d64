package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.JournalEntry;

/**
 * What the client is to get, before the gateway adds its own headers.
 *
 * @param headers mapped or passed through; {@code Content-Type} absent means {@code application/json}
 */
public record MethodResponse(int status, Headers headers, Body body) {

    /**
     * Notes it in the exchange's journal, if that is kept.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public void noteIn(Exchange exchange, long nowNanos) {
        if (exchange.isNoted()) {
            exchange.note(new JournalEntry.MethodAnswered(nowNanos, logged(exchange), exchange.noted(body)));
        }
    }

    /** The headers as the log shows them: the trace first, the content type always (captured). */
    private Headers logged(Exchange exchange) {
        var logged = Headers.builder();
        if (exchange.showsTrace()) {
            logged.add("X-Amzn-Trace-Id", exchange.trace().value());
        }
        headers.forEach(logged::add);
        if (!logged.contains("Content-Type")) {
            logged.add("Content-Type", "application/json");
        }
        return logged.build();
    }
}
