package dev.sluice.engine.definition;

/**
 * Settings of the account in its Region.
 *
 * @param accountId twelve digits
 * @param region for example {@code us-east-1}
 * @param throttle limit over all APIs of the account in the Region; 10,000 a second and burst 5,000 by default
 */
public record Account(String accountId, String region, ThrottleSettings throttle) {
    public static final Account DEFAULT =
            new Account("123456789012", "us-east-1", new ThrottleSettings("10000", 5_000));
}
