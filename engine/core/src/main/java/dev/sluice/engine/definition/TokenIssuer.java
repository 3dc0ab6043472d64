package dev.sluice.engine.definition;

import java.util.List;

/**
 * Who signs tokens: a Cognito user pool or any OpenID Connect issuer, with its keys here instead of on a network.
 *
 * @param issuer the {@code iss} of its tokens
 * @param arns ARNs by which authorizers name it as a user pool; may be empty
 * @param jwks its JSON Web Key Set as JSON text
 */
public record TokenIssuer(String name, String issuer, List<String> arns, String jwks) {
    public TokenIssuer {
        arns = List.copyOf(arns);
    }
}
