package dev.sluice.engine.execution;

import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.execution.accesslog.ClosedExchange;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.serving.ServingTable;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.AccessLine;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.journal.Refusal;
import java.util.Optional;
import java.util.function.Supplier;

/** The data plane: opens an exchange for each request. Safe for any number of threads. */
public final class Gateway {
    private final Supplier<ServingTable> table;
    private final JournalStore journal;
    private final RequestIds ids;
    private final SamplingRule sampling = new SamplingRule();
    private final Counters counters = new Counters();
    private final Reply reply = new Reply();
    private final Journey journey = Journey.ofRestApi(new MappingTemplates());

    /**
     * @param table the configuration that a new exchange meets
     * @param seed start of all ids and random choices
     */
    public Gateway(Supplier<ServingTable> table, JournalStore journal, long seed) {
        this.table = table;
        this.journal = journal;
        this.ids = new RequestIds(seed);
    }

    /** An exchange for this request under the configuration of this moment. */
    public Exchange open(HttpRequest request) {
        return new Exchange(this, table.get(), request);
    }

    public Counters counters() {
        return counters;
    }

    RequestIds ids() {
        return ids;
    }

    Reply reply() {
        return reply;
    }

    Journey journey() {
        return journey;
    }

    SamplingRule sampling() {
        return sampling;
    }

    /** Notes the end of an exchange: one record, one count. */
    void close(Exchange exchange, HttpResponse response, Optional<Refusal> refusal, long nowNanos) {
        counters.answered(response.status(), refusal);
        Optional<AccessLogFormat> log = exchange.accessLog();
        Optional<AccessLine> line = log.isEmpty()
                ? Optional.empty()
                : Optional.of(log.get().line(new ClosedExchange(exchange, response, refusal, nowNanos)));
        journal.add(sequence -> record(sequence, exchange, response, refusal, line, nowNanos));
    }

    private static ExchangeRecord record(
            long sequence,
            Exchange exchange,
            HttpResponse response,
            Optional<Refusal> refusal,
            Optional<AccessLine> accessLine,
            long nowNanos) {
        return new ExchangeRecord(
                sequence,
                exchange.requestId(),
                exchange.extendedRequestId(),
                exchange.request().sourceIp(),
                exchange.place(),
                exchange.httpMethod(),
                exchange.hasStage()
                        ? exchange.address().path()
                        : exchange.request().rawPath(),
                exchange.apiKey().map(key -> key.id()).orElse(""),
                exchange.startNanos(),
                nowNanos,
                exchange.integrationNanos(),
                response.status(),
                exchange.request().body().length(),
                response.body().length(),
                exchange.cacheUse(),
                exchange.throttle(),
                refusal,
                exchange.traceFacts(),
                accessLine,
                exchange.entries());
    }
}
