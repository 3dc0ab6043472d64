package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigDecimal;
import java.util.Optional;

/** A throttle's two numbers in a file: both or none. */
final class Throttles {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_DECIMALS = 9;

    private Throttles() {}

    static Mapping write(ThrottleSettings throttle) {
        return Mapping.builder()
                .put("rateLimit", throttle.rateLimit())
                .put("burstLimit", throttle.burstLimit())
                .build();
    }

    /** Takes the member that holds a throttle. */
    static Optional<ThrottleSettings> read(Fields owner, String name) {
        if (owner.node(name).isEmpty()) {
            return Optional.empty();
        }
        Fields fields = owner.fields(name);
        Optional<ThrottleSettings> throttle = read(fields, "rateLimit", "burstLimit");
        if (throttle.isEmpty() && fields.mapping().members().isEmpty()) {
            owner.error(name, "A throttle needs rateLimit and burstLimit. Add both, or remove it for no limit.");
        }
        fields.done();
        return throttle;
    }

    /** Takes two members that are a throttle together; absent if neither is there or one is wrong. */
    static Optional<ThrottleSettings> read(Fields fields, String rateLimit, String burstLimit) {
        Optional<Node> rateNode = fields.node(rateLimit);
        Optional<Node> burstNode = fields.node(burstLimit);
        if (rateNode.isPresent() != burstNode.isPresent()) {
            String there = rateNode.isPresent() ? rateLimit : burstLimit;
            fields.error(there, rateLimit + " and " + burstLimit + " go together; add the other one or remove this.");
            return Optional.empty();
        }
        Optional<BigDecimal> rate = fields.decimal(rateLimit).filter(number -> isRate(number, rateLimit, fields));
        Optional<Long> burst = fields.whole(burstLimit, 0, MOST.longValue());
        return rate.isPresent() && burst.isPresent()
                ? Optional.of(new ThrottleSettings(rate.get(), burst.get().intValue()))
                : Optional.empty();
    }

    private static boolean isRate(BigDecimal number, String name, Fields fields) {
        boolean valid = number.signum() >= 0 && number.compareTo(MOST) <= 0 && number.scale() <= MOST_DECIMALS;
        if (!valid) {
            fields.error(
                    name,
                    "\"" + name + "\" is " + number + " but must be from 0 to " + MOST + " with at most "
                            + MOST_DECIMALS + " decimals.");
        }
        return valid;
    }

    static void writeInto(Node.Builder fields, ThrottleSettings throttle) {
        fields.put("throttlingRateLimit", throttle.rateLimit()).put("throttlingBurstLimit", throttle.burstLimit());
    }
}
