package dev.sluice.engine.backend.protocol;

import java.util.HexFormat;
import java.util.SplittableRandom;

/** What services make up: ids that are the same for the same random bits. Not for secrets. */
public final class ServiceIds {
    private static final HexFormat HEX = HexFormat.of();

    private ServiceIds() {}

    /** A UUID of version 4. */
    public static String uuid(SplittableRandom random) {
        return new java.util.UUID(
                        random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L,
                        random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L)
                .toString();
    }

    /** @param digits 1 to 16 hexadecimal digits */
    public static String hex(SplittableRandom random, int digits) {
        return HEX.toHexDigits(random.nextLong(), digits);
    }
}
