package dev.sluice.engine.execution.token;

import dev.sluice.engine.definition.TokenIssuer;
import java.security.Key;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** An issuer with the public keys of its key set, read once. Immutable. */
public final class IssuerKeys {
    private final TokenIssuer issuer;
    private final Map<String, SigningKey> keys;
    private final Optional<String> problem;

    private IssuerKeys(TokenIssuer issuer, Map<String, SigningKey> keys, Optional<String> problem) {
        this.issuer = issuer;
        this.keys = keys;
        this.problem = problem;
    }

    /**
     * A public key that may sign tokens.
     *
     * @param algorithm the only algorithm it is for; empty allows every RSA signature
     */
    record SigningKey(Key key, Optional<String> algorithm) {}

    /** Never throws: a key set that cannot be read gives an issuer without keys, and {@link #problem} says why. */
    public static IssuerKeys of(TokenIssuer issuer) {
        try {
            var keys = new LinkedHashMap<String, SigningKey>();
            for (JsonWebKey key : new JsonWebKeySet(issuer.jwks()).getJsonWebKeys()) {
                boolean signs = key.getUse() == null || key.getUse().equals("sig");
                if (key instanceof RsaJsonWebKey rsa && signs && key.getKeyId() != null) {
                    keys.putIfAbsent(
                            key.getKeyId(),
                            new SigningKey(rsa.getRsaPublicKey(), Optional.ofNullable(key.getAlgorithm())));
                }
            }
            return new IssuerKeys(issuer, Map.copyOf(keys), keys.isEmpty() ? Optional.of(noKey()) : Optional.empty());
        } catch (JoseException | RuntimeException e) {
            return new IssuerKeys(
                    issuer, Map.of(), Optional.of("The key set cannot be read: " + String.valueOf(e.getMessage())));
        }
    }

    private static String noKey() {
        return "The key set holds no RSA key with a kid that is for signatures, so no token of this issuer can be checked.";
    }

    /** The {@code iss} of its tokens. */
    public String issuer() {
        return issuer.issuer();
    }

    /** Whether an authorizer means this issuer by that user pool ARN. */
    public boolean isNamed(String arn) {
        return issuer.arns().contains(arn);
    }

    /** What is wrong with the key set, a sentence; empty if it holds a usable key. */
    public Optional<String> problem() {
        return problem;
    }

    Optional<SigningKey> key(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }
}
