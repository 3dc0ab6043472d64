package dev.sluice.engine.aws.servicequotas;

import java.util.List;

/**
 * A quota as a new account has it.
 *
 * @param value AWS's default
 * @param adjustable whether AWS takes requests for more
 */
record Quota(String code, String name, double value, boolean adjustable) {
    static final String THROTTLE_RATE = "L-8A5B8E43";
    static final String THROTTLE_BURST = "L-CDF5615A";

    /** From control-plane section 3.5. Those not said to be fixed there count as adjustable [unsure]. */
    static final List<Quota> ALL = List.of(
            new Quota(THROTTLE_RATE, "Throttle rate", 10_000, true),
            new Quota(THROTTLE_BURST, "Throttle burst rate", 5_000, false),
            new Quota("L-E5AE38E3", "Maximum integration timeout in milliseconds", 29_000, true),
            new Quota("L-01C8A9E0", "Resources per API", 300, true),
            new Quota("L-379E48B0", "Stages per API", 10, true),
            new Quota("L-E8693075", "Usage plans", 300, true),
            new Quota("L-985EB478", "Usage plans per API key", 10, true),
            new Quota("L-A9DBC573", "API stage throttles in a usage plan", 100, true),
            new Quota("L-1D180A63", "API keys", 10_000, true),
            new Quota("L-A4C7274F", "VPC links", 20, true),
            new Quota("L-A93447B8", "Custom domain names", 120, true));
}
