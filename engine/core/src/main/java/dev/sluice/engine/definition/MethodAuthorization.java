package dev.sluice.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * What a method asks of its callers besides an API key.
 *
 * @param authorizerId present for CUSTOM and COGNITO_USER_POOLS
 * @param scopes a token needs one of them; none asked for means an identity token is good
 */
public record MethodAuthorization(Type type, Optional<String> authorizerId, List<String> scopes) {
    /** Open to everybody. */
    public static final MethodAuthorization NONE = new MethodAuthorization(Type.NONE, Optional.empty(), List.of());

    public MethodAuthorization {
        scopes = List.copyOf(scopes);
    }

    public enum Type {
        NONE,
        AWS_IAM,
        CUSTOM,
        COGNITO_USER_POOLS
    }
}
