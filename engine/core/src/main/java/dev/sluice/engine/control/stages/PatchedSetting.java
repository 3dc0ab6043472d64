package dev.sluice.engine.control.stages;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.CacheSetting.UnauthorizedStrategy;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigDecimal;
import java.util.Optional;

/** A method's settings with one of them replaced, from the texts that patches carry. */
final class PatchedSetting {
    private static final int LONGEST_TTL_SECONDS = 3_600;

    /** More requests a second than any bucket can count. */
    private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(1_000_000_000L);

    private final MethodSetting before;
    private final ThrottleSettings account;

    /** @param account stands in for the half of a throttle that is not set */
    PatchedSetting(MethodSetting before, ThrottleSettings account) {
        this.before = before;
        this.account = account;
    }

    /**
     * The changed settings; empty if there is no such setting.
     *
     * @param setting {@code throttling/rateLimit} for example
     */
    Optional<MethodSetting> with(String setting, String value) {
        CacheSetting cache = before.cache();
        return Optional.ofNullable(
                switch (setting) {
                    case "throttling/rateLimit" -> before.withThrottle(rate(value));
                    case "throttling/burstLimit" -> before.withThrottle(burst(value));
                    case "logging/loglevel", "logging/logLevel" -> logging(level(value), before.dataTraceEnabled());
                    case "logging/dataTrace" -> logging(before.loggingLevel(), flag(value));
                    case "metrics/enabled" ->
                        new MethodSetting(
                                before.throttle(),
                                before.loggingLevel(),
                                before.dataTraceEnabled(),
                                flag(value),
                                cache);
                    case "caching/enabled" -> caching(cache.withEnabled(flag(value)));
                    case "caching/ttlInSeconds" -> caching(cache.withTtlInSeconds(ttl(value)));
                    case "caching/dataEncrypted" -> caching(cache.withDataEncrypted(flag(value)));
                    case "caching/requireAuthorizationForCacheControl" ->
                        caching(cache.withRequireAuthorization(flag(value)));
                    case "caching/unauthorizedCacheControlHeaderStrategy" ->
                        caching(cache.withUnauthorizedStrategy(strategy(value)));
                    default -> null;
                });
    }

    /** Terraform writes -1 for "no limit at this level". */
    private Optional<ThrottleSettings> rate(String value) {
        BigDecimal rate = decimal(value);
        if (rate.compareTo(HIGHEST_RATE) > 0) {
            throw wrong(value);
        }
        return rate.signum() < 0
                ? Optional.empty()
                : Optional.of(new ThrottleSettings(plain(rate), throttle().burstLimit()));
    }

    private Optional<ThrottleSettings> burst(String value) {
        int burst = whole(value);
        return burst < 0
                ? Optional.empty()
                : Optional.of(new ThrottleSettings(throttle().rateLimit(), burst));
    }

    private ThrottleSettings throttle() {
        return before.throttle().orElse(account);
    }

    /** {@code 5.000000} is {@code 5}. */
    private static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private MethodSetting logging(LoggingLevel level, boolean dataTrace) {
        return new MethodSetting(before.throttle(), level, dataTrace, before.metricsEnabled(), before.cache());
    }

    private MethodSetting caching(CacheSetting cache) {
        return new MethodSetting(
                before.throttle(), before.loggingLevel(), before.dataTraceEnabled(), before.metricsEnabled(), cache);
    }

    private static int ttl(String value) {
        int seconds = whole(value);
        if (seconds < 0 || seconds > LONGEST_TTL_SECONDS) {
            throw ControlException.badRequest("Invalid cache ttl value, must be between 0 and 3600");
        }
        return seconds;
    }

    private static LoggingLevel level(String value) {
        for (LoggingLevel level : LoggingLevel.values()) {
            if (level.name().equals(value)) {
                return level;
            }
        }
        throw wrong(value);
    }

    private static UnauthorizedStrategy strategy(String value) {
        for (UnauthorizedStrategy strategy : UnauthorizedStrategy.values()) {
            if (strategy.name().equals(value)) {
                return strategy;
            }
        }
        throw wrong(value);
    }

    static boolean flag(String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw wrong(value);
        }
        return Boolean.parseBoolean(value);
    }

    private static int whole(String value) {
        try {
            return decimal(value).intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(value);
        }
    }

    /** At most 32 characters: a number from a stranger must not take long. */
    static BigDecimal decimal(String value) {
        if (!value.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            throw wrong(value);
        }
        return new BigDecimal(value);
    }

    private static ControlException wrong(String value) {
        return ControlException.badRequest("Invalid patch value '" + value + "' specified for this path");
    }
}
