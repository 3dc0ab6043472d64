package dev.sluice.engine.journal;

import java.util.List;
import java.util.Optional;

/** What the throttle said to one request, tier by tier in the active order. Readings are made when asked for. */
public interface ThrottleDecision {
    boolean admitted();

    /** One reading for each tier that applies, in the order in which they were looked at. */
    List<TierReading> readings();

    /** The tier that said no. */
    default Optional<TierReading> refusedBy() {
        return readings().stream()
                .filter(reading -> reading.result() == TierReading.Result.REFUSED)
                .findFirst();
    }
}
