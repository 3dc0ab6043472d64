package dev.sluice.engine.execution.serving;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.routing.Address;
import java.util.Optional;

/**
 * A REST API's stage as found by its address, before a canary splits its traffic.
 *
 * @param canaryPercent 0 to 100, the share of requests that go to the canary
 */
public record StageEntrance(ServedStage stage, Optional<ServedStage> canary, double canaryPercent) implements Entrance {
    @Override
    public void enter(Exchange exchange, Address address) {
        exchange.arrivedAt(address, choose(exchange.ids().nextBits()));
    }

    /**
     * Chooses for one request.
     *
     * @param randomBits 64 random bits
     */
    public ServedStage choose(long randomBits) {
        if (canary.isEmpty()) {
            return stage;
        }
        double percent = (randomBits >>> 11) * 0x1.0p-53 * 100;
        return percent < canaryPercent ? canary.get() : stage;
    }
}
