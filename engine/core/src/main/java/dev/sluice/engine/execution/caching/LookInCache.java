package dev.sluice.engine.execution.caching;

import dev.sluice.engine.definition.CacheSetting.UnauthorizedStrategy;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.CachePermission;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Cause;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers from the method cache. {@code Cache-Control: max-age=0} asks for a fresh answer, which takes the place of the
 * kept one; where that needs a permission the caller does not have, the stage's strategy says what happens.
 *
 * <p>What the journal notes of a hit is what it notes of any answer: no public log shows a line for it.
 */
public final class LookInCache implements Stop {
    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        MethodCaching caching = exchange.method().caching();
        if (!caching.applies(exchange)) {
            return Verdict.GO;
        }
        CacheKey key = caching.key(exchange);
        if (asksForFresh(exchange.request().headers())) {
            if (!caching.setting().requireAuthorization() || CachePermission.isGiven(exchange, nowNanos)) {
                exchange.table().cache().invalidate(key);
            } else if (caching.setting().unauthorizedStrategy() == UnauthorizedStrategy.FAIL_WITH_403) {
                return Verdict.refuse(
                        GatewayResponseType.ACCESS_DENIED,
                        "User is not authorized to access this resource",
                        new Cause.CacheInvalidationDenied());
            } else {
                exchange.warnOfCache(
                        caching.setting().unauthorizedStrategy() == UnauthorizedStrategy.SUCCEED_WITH_RESPONSE_HEADER);
            }
        }
        return look(exchange, key, nowNanos);
    }

    private static Verdict look(Exchange exchange, CacheKey key, long nowNanos) {
        Optional<MethodResponse> kept = exchange.table().cache().find(key, nowNanos);
        if (kept.isEmpty()) {
            exchange.missed(key);
            return Verdict.GO;
        }
        exchange.hit();
        kept.get().noteIn(exchange, nowNanos);
        return new Verdict.Answer(kept.get());
    }

    private static boolean asksForFresh(Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equalsIgnoreCase("Cache-Control") && hasMaxAgeZero(headers.value(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasMaxAgeZero(String value) {
        for (String directive : value.toLowerCase(Locale.ROOT).split(",")) {
            if (directive.strip().equals("max-age=0")) {
                return true;
            }
        }
        return false;
    }
}
