package dev.sluice.engine.execution.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.TokenIssuer;
import dev.sluice.engine.execution.token.TokenResult.Bad;
import dev.sluice.engine.execution.token.TokenResult.Fault;
import dev.sluice.engine.execution.token.TokenResult.Good;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TokenCheckTest {
    private static final long NOW_SECONDS = 1_790_000_000L;
    private static final long NOW = NOW_SECONDS * 1_000_000_000L;
    private static final Tokens TOKENS = new Tokens("key-1");
    private static final Tokens STRANGER = new Tokens("key-1");
    private static final TokenCheck CHECK = new TokenCheck(List.of(IssuerKeys.of(TOKENS.issuer())), List.of());

    private static Map<String, Object> claims() {
        var claims = new HashMap<String, Object>();
        claims.put("iss", Tokens.ISSUER);
        claims.put("sub", "user-1");
        claims.put("aud", "client-1");
        claims.put("exp", NOW_SECONDS + 60);
        claims.put("iat", NOW_SECONDS - 60);
        return claims;
    }

    private static Fault fault(String token) {
        return assertInstanceOf(Bad.class, CHECK.check(token, NOW)).fault();
    }

    @Test
    void aSignedTokenThatIsGoodNowGivesItsClaims() {
        for (String algorithm : List.of("RS256", "RS384", "RS512")) {
            Good good = assertInstanceOf(Good.class, CHECK.check(TOKENS.sign(claims(), algorithm, "key-1"), NOW));
            assertEquals("user-1", good.claims().text("sub").orElseThrow());
            assertEquals(List.of("client-1"), good.claims().audience());
        }
    }

    @Test
    void aTokenIsGoodUntilTheSecondBeforeItExpires() {
        String token = TOKENS.sign(claims());
        assertInstanceOf(Good.class, CHECK.check(token, NOW + 59_999_999_999L));
        Bad bad = assertInstanceOf(Bad.class, CHECK.check(token, NOW + 60_000_000_000L));
        assertEquals(Fault.EXPIRED, bad.fault());
        assertEquals("The token expired at 2026-09-21T14:14:20Z.", bad.detail());
    }

    @Test
    void aTokenWithoutExpiryIsRefused() {
        var claims = claims();
        claims.remove("exp");
        assertEquals(Fault.EXPIRED, fault(TOKENS.sign(claims)));
    }

    @Test
    void aTokenThatStartsLaterIsRefused() {
        var notBefore = claims();
        notBefore.put("nbf", NOW_SECONDS + 1);
        assertEquals(Fault.NOT_YET, fault(TOKENS.sign(notBefore)));
        var issuedLater = claims();
        issuedLater.put("iat", NOW_SECONDS + 1);
        assertEquals(Fault.NOT_YET, fault(TOKENS.sign(issuedLater)));
    }

    @Test
    void anUnsignedTokenIsRefusedHoweverNoneIsSpelled() {
        String payload = json(claims());
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            String header = "{\"alg\":\"" + none + "\",\"kid\":\"key-1\"}";
            assertEquals(Fault.ALGORITHM, fault(Tokens.unsigned(header, payload, "")), none);
            assertEquals(Fault.ALGORITHM, fault(Tokens.unsigned(header, payload, "AAAA")), none);
        }
        assertEquals(Fault.ALGORITHM, fault(Tokens.unsigned("{\"kid\":\"key-1\"}", payload, "AAAA")));
    }

    @Test
    void aPublicKeyIsNeverASharedSecret() throws Exception {
        byte[] encoded = TOKENS.key().getRsaPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END PUBLIC KEY-----\n";
        for (byte[] secret : List.of(encoded, pem.getBytes(StandardCharsets.UTF_8))) {
            String signed = Tokens.part("{\"alg\":\"HS256\",\"kid\":\"key-1\"}") + "." + Tokens.part(json(claims()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String signature = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            assertEquals(Fault.ALGORITHM, fault(signed + "." + signature));
        }
    }

    @Test
    void aTokenWithoutKeyIdOrWithAnUnknownOneIsRefused() {
        assertEquals(Fault.KEY, fault(TOKENS.sign(claims(), "RS256", null)));
        assertEquals(Fault.KEY, fault(TOKENS.sign(claims(), "RS256", "key-2")));
    }

    @Test
    void aStrangersSignatureUnderAKnownKeyIdIsRefused() {
        assertEquals(Fault.SIGNATURE, fault(STRANGER.sign(claims())));
    }

    @Test
    void aKeyInTheTokenItselfIsNotUsed() {
        String header =
                "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jwk\":" + STRANGER.key().toJson() + "}";
        String signature =
                STRANGER.sign(claims()).substring(STRANGER.sign(claims()).lastIndexOf('.') + 1);
        assertEquals(Fault.SIGNATURE, fault(Tokens.unsigned(header, json(claims()), signature)));
    }

    @Test
    void aChangedPayloadIsRefused() {
        String token = TOKENS.sign(claims());
        var changed = claims();
        changed.put("sub", "admin");
        String[] parts = token.split("\\.");
        assertEquals(Fault.SIGNATURE, fault(parts[0] + "." + Tokens.part(json(changed)) + "." + parts[2]));
    }

    @Test
    void anotherIssuerIsRefused() {
        var claims = claims();
        claims.put("iss", "https://example.com");
        assertEquals(Fault.ISSUER, fault(TOKENS.sign(claims)));
        claims.remove("iss");
        assertEquals(Fault.ISSUER, fault(TOKENS.sign(claims)));
    }

    @Test
    void theAudienceIsAudOrElseTheClientId() {
        var check = new TokenCheck(List.of(IssuerKeys.of(TOKENS.issuer())), List.of("client-1", "client-2"));
        assertInstanceOf(Good.class, check.check(TOKENS.sign(claims()), NOW));
        var accessToken = claims();
        accessToken.remove("aud");
        accessToken.put("client_id", "client-2");
        assertInstanceOf(Good.class, check.check(TOKENS.sign(accessToken), NOW));
        var other = claims();
        other.put("aud", List.of("client-3"));
        other.put("client_id", "client-1");
        assertEquals(
                Fault.AUDIENCE,
                assertInstanceOf(Bad.class, check.check(TOKENS.sign(other), NOW))
                        .fault());
    }

    @Test
    void scopesAreATextOrAList() {
        var text = claims();
        text.put("scope", "openid  email");
        assertEquals(List.of("openid", "email"), scopes(text));
        var list = claims();
        list.put("scp", List.of("a", "b"));
        assertEquals(List.of("a", "b"), scopes(list));
    }

    private static List<String> scopes(Map<String, Object> claims) {
        return assertInstanceOf(Good.class, CHECK.check(TOKENS.sign(claims), NOW))
                .claims()
                .scopes();
    }

    @Test
    void aKeyForOneAlgorithmSignsNoOther() {
        TOKENS.key().setAlgorithm("RS512");
        var check = new TokenCheck(List.of(IssuerKeys.of(TOKENS.issuer())), List.of());
        TOKENS.key().setAlgorithm(null);
        assertInstanceOf(Good.class, check.check(TOKENS.sign(claims(), "RS512", "key-1"), NOW));
        assertEquals(
                Fault.ALGORITHM,
                assertInstanceOf(Bad.class, check.check(TOKENS.sign(claims()), NOW))
                        .fault());
    }

    @Test
    void aKeySetThatCannotBeReadSaysWhyAndAdmitsNobody() {
        for (String jwks : List.of(
                "", "{", "[]", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAA\",\"kid\":\"key-1\"}]}")) {
            var keys = IssuerKeys.of(new TokenIssuer("pool", Tokens.ISSUER, List.of(), jwks));
            assertTrue(keys.problem().isPresent(), jwks);
            assertInstanceOf(Bad.class, new TokenCheck(List.of(keys), List.of()).check(TOKENS.sign(claims()), NOW));
        }
    }

    @Test
    void whateverStrangersSendIsRefusedWithoutAnException() {
        var random = new SplittableRandom(7);
        String good = TOKENS.sign(claims());
        for (int i = 0; i < 3_000; i++) {
            var mutated = new StringBuilder(good);
            int changes = 1 + random.nextInt(3);
            for (int c = 0; c < changes; c++) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.setCharAt(at, (char) random.nextInt(32, 127));
                    case 1 -> mutated.deleteCharAt(at);
                    default -> mutated.insert(at, (char) random.nextInt(0, 0x3000));
                }
            }
            CHECK.check(mutated.toString(), NOW);
        }
        for (String odd : List.of("", ".", "..", "...", "a.b.c", "e30.e30.e30", Tokens.unsigned("[]", "[]", ""))) {
            assertInstanceOf(Bad.class, CHECK.check(odd, NOW), odd);
        }
    }

    private static String json(Map<String, Object> claims) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(claims);
    }
}
