package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.serving.Membership;
import dev.sluice.engine.execution.serving.ServedKey;
import dev.sluice.engine.execution.serving.ServedMethod;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.Masked;
import java.util.Optional;

/**
 * API key to usage plan. Only methods that require a key look at one, and only they count against plan limits. A key
 * that is missing, unknown, disabled or in no plan of this stage is 403 {@code Forbidden}.
 */
public final class IdentifyApiKey implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        ServedMethod method = exchange.method();
        if (!method.method().apiKeyRequired()) {
            note(exchange, nowNanos, "");
            return Verdict.GO;
        }
        Optional<String> value = sentKey(exchange);
        if (value.isEmpty()) {
            return forbidden(new Cause.ApiKeyMissing());
        }
        note(exchange, nowNanos, value.get());
        Optional<ServedKey> key = exchange.table().apiKey(value.get());
        if (key.isEmpty()) {
            return forbidden(new Cause.ApiKeyUnknown(Masked.of(value.get())));
        }
        return admit(exchange, key.get());
    }

    private static Verdict admit(Exchange exchange, ServedKey key) {
        String id = key.apiKey().id();
        if (!key.apiKey().enabled()) {
            return forbidden(new Cause.ApiKeyDisabled(id));
        }
        ServedStage stage = exchange.stage();
        Optional<Membership> membership = key.membership(stage.apiId(), stage.stageName());
        if (membership.isEmpty()) {
            return forbidden(new Cause.ApiKeyInNoPlan(id, stage.apiId(), stage.stageName()));
        }
        exchange.identified(key.apiKey(), membership.get());
        return Verdict.GO;
    }

    /** With the source AUTHORIZER the key comes from the authorizer's answer; without one there is no key. */
    private static Optional<String> sentKey(Exchange exchange) {
        if (exchange.stage().definition().apiKeySource() == ApiKeySource.AUTHORIZER) {
            return exchange.caller()
                    .filter(Caller.KnownToFunction.class::isInstance)
                    .flatMap(caller -> ((Caller.KnownToFunction) caller).usageIdentifierKey());
        }
        return exchange.request().headers().last("x-api-key").filter(value -> !value.isEmpty());
    }

    private static void note(Exchange exchange, long nowNanos, String value) {
        if (exchange.isNoted()) {
            ServedStage stage = exchange.stage();
            exchange.note(new JournalEntry.UsagePlanChecked(
                    nowNanos,
                    exchange.method().method().apiKeyRequired(),
                    Masked.of(value),
                    stage.apiId(),
                    stage.stageName()));
        }
    }

    private static Verdict forbidden(Cause cause) {
        return Verdict.refuse(GatewayResponseType.INVALID_API_KEY, "Forbidden", cause);
    }
}
