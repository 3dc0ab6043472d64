package dev.sluice.app.watch;

import dev.sluice.app.kit.CauseText;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.Outcome;
import dev.sluice.engine.journal.ExchangeRecord;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request in the live log. Words are made when they are first shown: most rows pass by unseen. */
public final class LogRow {
    private final ExchangeRecord exchange;
    private final Names names;
    private @Nullable String cause;

    LogRow(ExchangeRecord exchange, Names names) {
        this.exchange = exchange;
        this.names = names;
    }

    public ExchangeRecord exchange() {
        return exchange;
    }

    public Outcome outcome() {
        return Outcome.of(exchange.status());
    }

    String time() {
        return Numbers.timeOfDay(exchange.startNanos());
    }

    /** Stage and path, as {@code /prod/users/7}. */
    String path() {
        return exchange.stage().isEmpty() ? exchange.path() : "/" + exchange.stage() + exchange.path();
    }

    String status() {
        return Integer.toString(exchange.status());
    }

    String latency() {
        return Numbers.duration(exchange.endNanos() - exchange.startNanos());
    }

    /** Name of the API key; a dash if none was used. */
    String key() {
        return exchange.apiKeyId().isEmpty() ? Numbers.NONE : names.apiKey(exchange.apiKeyId());
    }

    /** Why the gateway itself answered; empty if the endpoint did. */
    String cause() {
        if (cause == null) {
            cause = exchange.refusal()
                    .map(refusal -> CauseText.of(refusal.cause(), names))
                    .orElse("");
        }
        return cause;
    }

    /** @param wanted lower case; found anywhere in what the row shows */
    boolean contains(String wanted) {
        return has(exchange.httpMethod(), wanted)
                || has(path(), wanted)
                || has(status(), wanted)
                || has(key(), wanted)
                || has(cause(), wanted);
    }

    private static boolean has(String shown, String wanted) {
        return shown.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
