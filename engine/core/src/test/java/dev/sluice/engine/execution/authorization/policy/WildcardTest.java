package dev.sluice.engine.execution.authorization.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sluice.engine.execution.authorization.policy.AccessRequest.Principal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WildcardTest {
    private static final AccessRequest REQUEST = new AccessRequest("", "", Principal.ANONYMOUS, Map.of());

    @Test
    void matchesAsTheRegularExpressionOfTheSameMeaning() throws Exception {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 50_000; i++) {
            String pattern = text(random, "ab*?", 10);
            String value = text(random, "ab", 12);
            String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
            assertEquals(
                    Pattern.matches(regex, value), Wildcard.of(pattern).matches(value, REQUEST), pattern + " " + value);
        }
    }

    @Test
    void aCunningPatternCostsNoMoreThanTheProductOfTheLengths() throws Exception {
        Wildcard pattern = Wildcard.of("*a".repeat(1_000) + "b");
        assertFalse(pattern.matches("a".repeat(20_000), REQUEST));
    }

    @Test
    void rangesHoldTheAddressesThatArithmeticSays() throws Exception {
        var random = new SplittableRandom(12);
        for (int i = 0; i < 5_000; i++) {
            boolean six = random.nextBoolean();
            byte[] network = new byte[six ? 16 : 4];
            random.nextBytes(network);
            byte[] address = network.clone();
            address[random.nextInt(address.length)] ^= (byte) (1 << random.nextInt(8));
            int bits = random.nextInt(network.length * 8 + 1);
            String range = InetAddress.getByAddress(network).getHostAddress() + "/" + bits;
            int shift = network.length * 8 - bits;
            boolean inside =
                    new BigInteger(1, network).shiftRight(shift).equals(new BigInteger(1, address).shiftRight(shift));
            String text = InetAddress.getByAddress(address).getHostAddress();
            assertEquals(inside, IpRange.of(range).contains(text, REQUEST), range + " " + text);
        }
    }

    private static String text(SplittableRandom random, String letters, int longest) {
        var text = new StringBuilder();
        int length = random.nextInt(longest + 1);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
