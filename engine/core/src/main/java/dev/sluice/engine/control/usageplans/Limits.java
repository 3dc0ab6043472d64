package dev.sluice.engine.control.usageplans;

import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchValue;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.QuotaSettings.Period;
import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * A plan's numbers as clients give them: each may be missing, and is 0 then, as AWS's model has it. A burst of 0 lets
 * nothing through. The words of these errors are not recorded.
 */
public final class Limits {
    static final int MOST_BURST = 1_000_000_000;

    private Limits() {}

    /** A throttle of the two numbers. */
    public static ThrottleSettings throttle(Optional<BigDecimal> rateLimit, Optional<BigDecimal> burstLimit) {
        BigDecimal rate = rateLimit.isEmpty() ? BigDecimal.ZERO : kept(rateLimit.get(), "rateLimit");
        BigDecimal burst = burstLimit.isEmpty() ? BigDecimal.ZERO : kept(burstLimit.get(), "burstLimit");
        if (burst.scale() > 0) {
            throw ControlException.badRequest("Invalid throttle burstLimit specified: " + burst);
        }
        return new ThrottleSettings(rate, burst.intValueExact());
    }

    /** A quota; its period is needed. */
    public static QuotaSettings quota(long limit, long offset, Optional<String> period) {
        if (limit < 0 || limit > Integer.MAX_VALUE || offset < 0 || offset > Integer.MAX_VALUE) {
            throw ControlException.badRequest("Invalid quota specified: limit " + limit + ", offset " + offset);
        }
        return new QuotaSettings(limit, offset, period(period.orElse("null")));
    }

    static Period period(String name) {
        return Arrays.stream(Period.values())
                .filter(period -> period.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlException.badRequest(
                        "Invalid quota period specified: " + name + ". Must be one of: [DAY, WEEK, MONTH]"));
    }

    private static BigDecimal kept(BigDecimal number, String name) {
        return PatchValue.kept(number)
                .orElseThrow(() -> ControlException.badRequest("Invalid throttle " + name + " specified: " + number));
    }
}
