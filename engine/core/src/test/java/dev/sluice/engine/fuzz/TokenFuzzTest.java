package dev.sluice.engine.fuzz;

import dev.sluice.engine.execution.token.IssuerKeys;
import dev.sluice.engine.execution.token.TokenCheck;
import dev.sluice.engine.execution.token.TokenResult;
import dev.sluice.engine.execution.token.Tokens;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Tokens that are nearly right: none of them counts, and none does harm. */
class TokenFuzzTest {
    private static final long NOW_NANOS = 1_800_000_000_000_000_000L;
    private static final List<String> WORDS =
            List.of(".", "..", "e30", "e30.e30.", "=", "-", "_", "AAAA", "bnVsbA", "eyJhbGciOiJub25lIn0", "W10");

    private final Tokens tokens = new Tokens("k1");
    private final String genuine = tokens.sign(Map.of("iss", Tokens.ISSUER, "exp", 1_900_000_000L, "sub", "a"));
    private final TokenCheck check = new TokenCheck(List.of(IssuerKeys.of(tokens.issuer())), List.of());

    @Test
    void aSpoiledTokenNeverCounts() {
        if (!(check.check(genuine, NOW_NANOS) instanceof TokenResult.Good)) {
            throw new AssertionError("the token to spoil is not good itself");
        }
        Fuzz.run(0.05, this::input, this::check);
    }

    private String input(SplittableRandom random) {
        String[] parts = genuine.split("\\.");
        int part = random.nextInt(4);
        if (part < 2) {
            String text =
                    new String(Base64.getUrlDecoder().decode(parts[part]), java.nio.charset.StandardCharsets.UTF_8);
            String spoiled =
                    Text.spoiled(random, text, List.of("none", "HS256", "\"crit\":[\"b64\"],", "{", "}", "\"", "9"));
            parts[part] = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(spoiled.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return String.join(".", parts);
        }
        return Text.spoiled(random, genuine, WORDS);
    }

    private void check(String token) {
        boolean isGenuine = token.equals(genuine);
        boolean counts = check.check(token, NOW_NANOS) instanceof TokenResult.Good;
        if (counts && !isGenuine && !isSameToken(token)) {
            throw new AssertionError("a spoiled token counts");
        }
    }

    /** Base64 leaves bits of its last character open: such a token has the same bytes. */
    private boolean isSameToken(String token) {
        String[] wanted = genuine.split("\\.", -1);
        String[] got = token.split("\\.", -1);
        return got.length == 3
                && got[0].equals(wanted[0])
                && got[1].equals(wanted[1])
                && java.util.Arrays.equals(
                        Base64.getMimeDecoder().decode(got[2].replace('-', '+').replace('_', '/')),
                        Base64.getUrlDecoder().decode(wanted[2]));
    }
}
