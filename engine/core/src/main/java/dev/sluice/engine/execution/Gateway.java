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
    private final Journey restApiJourney;
    private final Journey httpApiJourney;
    private final Journey testJourney;

    /**
     * @param table the configuration that a new exchange meets
     * @param seed start of all ids and random choices
     */
    public Gateway(Supplier<ServingTable> table, JournalStore journal, long seed) {
        this.table = table;
        this.journal = journal;
        this.ids = new RequestIds(seed);
        var templates = new MappingTemplates();
        var date = new HttpDate();
        var reply = new Reply(date);
        restApiJourney = Journey.ofRestApi(templates, reply);
        httpApiJourney = Journey.ofHttpApi(new HttpApiReply(date));
        testJourney = Journey.ofTest(templates, reply);
    }

    /** An exchange for this request under the configuration of this moment. */
    public Exchange open(HttpRequest request) {
        return new Exchange(this, table.get(), request);
    }

    /** A test of one method of an API's draft; its exchange goes through any driver. */
    public TestInvocation.Opened test(TestInvocation test) {
        ServingTable now = table.get();
        return OpenTest.of(test, now, request -> {
            var exchange = new Exchange(this, now, request);
            exchange.becomeTest();
            return exchange;
        });
    }

    public Counters counters() {
        return counters;
    }

    RequestIds ids() {
        return ids;
    }

    Journey restApiJourney() {
        return restApiJourney;
    }

    Journey httpApiJourney() {
        return httpApiJourney;
    }

    Journey testJourney() {
        return testJourney;
    }

    SamplingRule sampling() {
        return sampling;
    }

    /** Notes the end of an exchange: one record, one count. A test is neither counted nor kept. */
    ExchangeRecord close(Exchange exchange, HttpResponse response, Optional<Refusal> refusal, long nowNanos) {
        if (exchange.isTest()) {
            return record(-1, exchange, response, refusal, Optional.empty(), nowNanos);
        }
        counters.answered(response.status(), refusal);
        Optional<AccessLogFormat> log = exchange.accessLog();
        Optional<AccessLine> line = log.isEmpty()
                ? Optional.empty()
                : Optional.of(log.get().line(new ClosedExchange(exchange, response, refusal, nowNanos)));
        return journal.add(sequence -> record(sequence, exchange, response, refusal, line, nowNanos));
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
                exchange.path(),
                exchange.apiKey().map(key -> key.id()).orElse(""),
                exchange.startNanos(),
                nowNanos,
                exchange.integrationNanos(),
                exchange.invocationId(),
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
