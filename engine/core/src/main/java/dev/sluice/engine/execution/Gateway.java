package dev.sluice.engine.execution;

import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.serving.ServingTable;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalStore;
import dev.sluice.engine.journal.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The data plane: opens an exchange for each request. Safe for any number of threads. */
public final class Gateway {
    private final Supplier<ServingTable> table;
    private final JournalStore journal;
    private final RequestIds ids;
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

    /** Notes the end of an exchange: one record, one count. */
    void close(Exchange exchange, HttpResponse response, Optional<Refusal> refusal, long nowNanos) {
        counters.answered(response.status(), refusal);
        List<dev.sluice.engine.journal.JournalEntry> entries = exchange.entries();
        journal.add(sequence -> new ExchangeRecord(
                sequence,
                exchange.requestId(),
                exchange.extendedRequestId(),
                exchange.request().sourceIp(),
                exchange.hasStage() ? exchange.stage().apiId() : "",
                exchange.hasStage() ? exchange.stage().stageName() : "",
                exchange.hasMethod() ? exchange.method().resource().path() : "",
                exchange.httpMethod(),
                exchange.hasStage()
                        ? exchange.address().path()
                        : exchange.request().rawPath(),
                exchange.apiKey().map(key -> key.id()).orElse(""),
                exchange.startNanos(),
                nowNanos,
                exchange.integrationNanos(),
                response.status(),
                response.body().length(),
                exchange.throttle(),
                refusal,
                entries));
    }
}
