package dev.sluice.app.design;

import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.ThrottleTier;
import java.util.Optional;

/**
 * One limit in the way of a method's requests.
 *
 * @param owner name of the plan; empty for tiers that all callers share
 * @param sharedBy who draws on one bucket of it
 * @param setIn where the number stands
 * @param ignored why it does not apply to this method; absent if it does
 */
public record EffectiveLimit(
        ThrottleTier tier,
        String owner,
        ThrottleSettings throttle,
        String sharedBy,
        String setIn,
        Optional<String> ignored) {}
