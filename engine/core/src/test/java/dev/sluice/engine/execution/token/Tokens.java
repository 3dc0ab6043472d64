package dev.sluice.engine.execution.token;

import dev.sluice.engine.definition.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import tools.jackson.databind.json.JsonMapper;

/** An issuer with a fresh key, and the tokens it signs. */
public final class Tokens {
    public static final String ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ABC123";
    public static final String POOL_ARN = "arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_ABC123";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RsaJsonWebKey key;

    public Tokens(String keyId) {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(keyId);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    public TokenIssuer issuer() {
        return new TokenIssuer("pool", ISSUER, List.of(POOL_ARN), jwks());
    }

    /** Only the public halves. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson();
    }

    public RsaJsonWebKey key() {
        return key;
    }

    public String sign(Map<String, Object> claims) {
        return sign(claims, "RS256", key.getKeyId());
    }

    public String sign(Map<String, Object> claims, String algorithm, String keyId) {
        var signature = new JsonWebSignature();
        signature.setPayload(JsonMapper.shared().writeValueAsString(claims));
        signature.setAlgorithmHeaderValue(algorithm);
        if (keyId != null) {
            signature.setKeyIdHeaderValue(keyId);
        }
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token whose last part is as given. */
    static String unsigned(String header, String payload, String signature) {
        return part(header) + "." + part(payload) + "." + signature;
    }

    static String part(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
