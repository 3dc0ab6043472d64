package dev.sluice.app.watch;

import dev.sluice.app.kit.CauseText;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.Outcome;
import dev.sluice.engine.journal.ExchangeRecord;
import org.jspecify.annotations.Nullable;

/** One request in the live log. Words are made when they are first shown: most rows pass by unseen. */
public final class RequestRow implements LogRow {
    private final ExchangeRecord exchange;
    private final Names names;
    private @Nullable String cause;

    RequestRow(ExchangeRecord exchange, Names names) {
        this.exchange = exchange;
        this.names = names;
    }

    public ExchangeRecord exchange() {
        return exchange;
    }

    public Outcome outcome() {
        return Outcome.of(exchange.status());
    }

    @Override
    public long nanos() {
        return exchange.endNanos();
    }

    @Override
    public String source() {
        return exchange.httpMethod();
    }

    @Override
    public String time() {
        return Numbers.timeOfDay(exchange.startNanos());
    }

    /** As {@code /prod/users/7}. */
    @Override
    public String where() {
        return exchange.stage().isEmpty() ? exchange.path() : "/" + exchange.stage() + exchange.path();
    }

    @Override
    public String status() {
        return Integer.toString(exchange.status());
    }

    @Override
    public String latency() {
        return Numbers.duration(exchange.latencyNanos());
    }

    /** A dash if none was used. */
    @Override
    public String key() {
        return exchange.apiKeyId().isEmpty() ? Numbers.NONE : names.apiKey(exchange.apiKeyId());
    }

    /** Why the gateway itself answered; empty if the endpoint did. */
    @Override
    public String words() {
        if (cause == null) {
            cause = exchange.refusal()
                    .map(refusal -> CauseText.of(refusal.cause(), names))
                    .orElse("");
        }
        return cause;
    }
}
