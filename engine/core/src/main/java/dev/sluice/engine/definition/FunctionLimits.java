package dev.sluice.engine.definition;

import java.util.Optional;

/**
 * What Lambda grants a function; names as in its <a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html">FunctionConfiguration</a>.
 *
 * @param timeoutSeconds longest run of one invocation, 1 to 900
 * @param memorySize megabytes, 128 to 10240; only told, never enforced
 * @param reservedConcurrentExecutions environments at once; 0 never runs; absent shares what the account leaves
 * @param provisionedConcurrency environments kept warm, 0 or more
 */
public record FunctionLimits(
        int timeoutSeconds,
        int memorySize,
        Optional<Integer> reservedConcurrentExecutions,
        int provisionedConcurrency) {
    /** Longest time-out that Lambda gives, in seconds. */
    public static final int LONGEST_TIMEOUT = 900;

    /** Lambda's own defaults: 3 seconds, 128 MB, nothing reserved, nothing provisioned. */
    public static final FunctionLimits STANDARD = new FunctionLimits(3, 128, Optional.empty(), 0);

    /** A model runs as long as its latency says unless its file sets a time-out. */
    public static final FunctionLimits OF_A_MODEL = new FunctionLimits(LONGEST_TIMEOUT, 128, Optional.empty(), 0);
}
