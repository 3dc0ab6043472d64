package dev.sluice.engine.definition;

import java.util.Optional;

/**
 * Settings of the account in its Region.
 *
 * @param accountId twelve digits
 * @param region for example {@code us-east-1}
 * @param throttle limit over all APIs of the account in the Region; 10,000 a second and burst 5,000 by default
 * @param cloudwatchRoleArn role that AWS writes logs with; here logs need none
 */
public record Account(String accountId, String region, ThrottleSettings throttle, Optional<String> cloudwatchRoleArn) {
    public static final Account DEFAULT =
            new Account("123456789012", "us-east-1", new ThrottleSettings("10000", 5_000));

    /** An account without a role for logs. */
    public Account(String accountId, String region, ThrottleSettings throttle) {
        this(accountId, region, throttle, Optional.empty());
    }

    public Account withThrottle(ThrottleSettings newThrottle) {
        return new Account(accountId, region, newThrottle, cloudwatchRoleArn);
    }

    public Account withCloudwatchRoleArn(Optional<String> arn) {
        return new Account(accountId, region, throttle, arn);
    }
}
