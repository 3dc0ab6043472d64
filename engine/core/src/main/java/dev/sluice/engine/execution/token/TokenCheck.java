package dev.sluice.engine.execution.token;

import dev.sluice.engine.execution.token.IssuerKeys.SigningKey;
import dev.sluice.engine.execution.token.TokenResult.Bad;
import dev.sluice.engine.execution.token.TokenResult.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks tokens of the issuers it trusts: key id, algorithm, signature, {@code iss}, {@code exp}, {@code nbf},
 * {@code iat} and the audience, in that order. Immutable; safe for any number of threads.
 *
 * <p>Only RSA signatures count, as on AWS: {@code none} and HMAC are refused before any key is looked at, so a public
 * key can never serve as a shared secret. There is no leeway for clocks.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html">JWT
 *     authorizers</a>
 */
public final class TokenCheck {
    private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "RS512");
    private static final AlgorithmConstraints RSA_ONLY =
            new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(String[]::new));
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Longest token looked at, in characters: more than any header can hold. */
    private static final int LONGEST = 65_536;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<IssuerKeys> trusted;
    private final List<String> audience;

    /**
     * @param trusted whose tokens count
     * @param audience one of these must be the token's {@code aud} or {@code client_id}; none takes any
     */
    public TokenCheck(List<IssuerKeys> trusted, List<String> audience) {
        this.trusted = List.copyOf(trusted);
        this.audience = List.copyOf(audience);
    }

    /**
     * Never throws.
     *
     * @param token the compact form, without {@code Bearer}
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public TokenResult check(String token, long nowNanos) {
        if (token.length() > LONGEST || token.chars().filter(c -> c == '.').count() != 2) {
            return new Bad(Fault.MALFORMED, "A JSON Web Token has three parts divided by dots.");
        }
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(RSA_ONLY);
            signature.setCompactSerialization(token);
            String payload = signature.getUnverifiedPayload();
            JsonNode claims = payload == null ? JSON.missingNode() : JSON.readTree(payload);
            return claims.isObject()
                    ? check(signature, new Claims(claims), nowNanos)
                    : new Bad(Fault.MALFORMED, "The token's payload is no JSON object.");
        } catch (JoseException | JacksonException | IllegalArgumentException e) {
            return new Bad(Fault.MALFORMED, "The token's header or payload is no JSON in base64.");
        }
    }

    private TokenResult check(JsonWebSignature signature, Claims claims, long nowNanos) {
        String algorithm = signature.getAlgorithmHeaderValue();
        if (algorithm == null || !ALGORITHMS.contains(algorithm)) {
            return new Bad(
                    Fault.ALGORITHM, "The token's alg is " + shown(algorithm) + "; only RS256, RS384 and RS512 count.");
        }
        String issuer = claims.text("iss").orElse("");
        Optional<IssuerKeys> keys = trusted.stream()
                .filter(candidate -> candidate.issuer().equals(issuer))
                .findFirst();
        if (keys.isEmpty()) {
            return new Bad(Fault.ISSUER, "The token's iss is " + shown(issuer) + ", which is not trusted here.");
        }
        return signed(signature, algorithm, keys.get()).orElseGet(() -> now(claims, nowNanos));
    }

    /** What is wrong with the signature, if anything is. */
    private static Optional<TokenResult> signed(JsonWebSignature signature, String algorithm, IssuerKeys keys) {
        String keyId = signature.getKeyIdHeaderValue();
        Optional<SigningKey> key = keyId == null ? Optional.empty() : keys.key(keyId);
        if (key.isEmpty()) {
            return Optional.of(
                    new Bad(Fault.KEY, "The token's kid is " + shown(keyId) + ", which the issuer's key set lacks."));
        }
        String only = key.get().algorithm().orElse(algorithm);
        if (!only.equals(algorithm)) {
            return Optional.of(
                    new Bad(Fault.ALGORITHM, "The token's alg is " + algorithm + ", its key is for " + only + "."));
        }
        signature.setKey(key.get().key());
        return isGenuine(signature)
                ? Optional.empty()
                : Optional.of(
                        new Bad(Fault.SIGNATURE, "The token's signature is not by the key " + shown(keyId) + "."));
    }

    /** A critical header we do not know, or a key too short, is as bad as a wrong signature. */
    private static boolean isGenuine(JsonWebSignature signature) {
        try {
            return signature.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    private TokenResult now(Claims claims, long nowNanos) {
        long now = Math.floorDiv(nowNanos, NANOS_PER_SECOND);
        OptionalLong expires = claims.seconds("exp");
        if (expires.isEmpty() || expires.getAsLong() <= now) {
            String when = expires.isEmpty() ? "The token has no exp." : "The token expired at " + time(expires) + ".";
            return new Bad(Fault.EXPIRED, when);
        }
        for (String start : List.of("nbf", "iat")) {
            OptionalLong from = claims.seconds(start);
            if (from.isPresent() && from.getAsLong() > now) {
                return new Bad(
                        Fault.NOT_YET, "The token's " + start + " is " + time(from) + ", which is still to come.");
            }
        }
        boolean meant = audience.isEmpty() || claims.audience().stream().anyMatch(audience::contains);
        return meant
                ? new TokenResult.Good(claims)
                : new Bad(Fault.AUDIENCE, "The token is for " + shown(String.join(", ", claims.audience())) + ".");
    }

    private static String time(OptionalLong seconds) {
        long bounded =
                Math.max(Instant.MIN.getEpochSecond(), Math.min(Instant.MAX.getEpochSecond(), seconds.getAsLong()));
        return Instant.ofEpochSecond(bounded).toString();
    }

    private static String shown(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "missing";
        }
        return "\"" + (text.length() > 200 ? text.substring(0, 200) + "..." : text) + "\"";
    }
}
