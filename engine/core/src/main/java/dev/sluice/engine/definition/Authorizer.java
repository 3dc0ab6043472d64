package dev.sluice.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * Who decides whether a caller may call (API_Authorizer).
 *
 * @param id six lower-case letters and digits
 * @param authorizerUri invocation ARN of a Lambda authorizer; empty for a user pool
 * @param identitySource where the caller's identity is: {@code method.request.header.NAME}, several with commas
 * @param identityValidationExpression regular expression a TOKEN must match as a whole
 * @param resultTtlInSeconds how long a result is kept, 0 to 3600; 0 keeps none
 * @param providerArns the user pools whose tokens are good
 */
public record Authorizer(
        String id,
        String name,
        Type type,
        String authorizerUri,
        Optional<String> credentials,
        Optional<String> identitySource,
        Optional<String> identityValidationExpression,
        int resultTtlInSeconds,
        List<String> providerArns) {

    /** Seconds a result is kept unless the authorizer says otherwise (data-plane section 8.1). */
    public static final int DEFAULT_TTL_SECONDS = 300;

    public Authorizer {
        providerArns = List.copyOf(providerArns);
    }

    public enum Type {
        TOKEN,
        REQUEST,
        COGNITO_USER_POOLS
    }
}
