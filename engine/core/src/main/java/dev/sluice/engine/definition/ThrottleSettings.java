package dev.sluice.engine.definition;

import java.math.BigDecimal;

/**
 * A token bucket's two numbers.
 *
 * @param rateLimit tokens added each second, 0 or more; a decimal and not a double, so that 0.1 is a tenth
 * @param burstLimit most tokens the bucket holds, 0 or more
 */
public record ThrottleSettings(BigDecimal rateLimit, int burstLimit) {

    /** @throws IllegalArgumentException if a number is negative */
    public ThrottleSettings {
        if (rateLimit.signum() < 0 || burstLimit < 0) {
            throw new IllegalArgumentException("rateLimit " + rateLimit + " and burstLimit " + burstLimit
                    + " must both be 0 or more; leave the throttle out for no limit");
        }
    }

    public ThrottleSettings(String rateLimit, int burstLimit) {
        this(new BigDecimal(rateLimit), burstLimit);
    }
}
