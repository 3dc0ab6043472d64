package dev.sluice.engine.execution;

import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All ids and random choices of a gateway, from one seed: the n-th request gets the n-th ids whatever thread asks.
 *
 * <p>SplitMix64 over a counter, so there is no shared generator to lock. Not for secrets.
 */
public final class RequestIds {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final HexFormat HEX = HexFormat.of();

    private final AtomicLong counter;

    RequestIds(long seed) {
        counter = new AtomicLong(mix(seed));
    }

    /** 64 random bits. */
    public long nextBits() {
        return mix(counter.getAndAdd(GOLDEN));
    }

    /** A UUID of version 4 as text, the form of {@code $context.requestId}. */
    public String requestId() {
        long high = nextBits() & 0xFFFFFFFFFFFF0FFFL | 0x4000L;
        long low = nextBits() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        var text = new byte[36];
        hex(high >>> 32, text, 0, 8);
        text[8] = '-';
        hex(high >>> 16, text, 9, 4);
        text[13] = '-';
        hex(high, text, 14, 4);
        text[18] = '-';
        hex(low >>> 48, text, 19, 4);
        text[23] = '-';
        hex(low, text, 24, 12);
        return latin(text);
    }

    /** 15 base64 characters and {@code =}, the form of {@code $context.extendedRequestId}. */
    String extendedRequestId() {
        var bytes = new byte[11];
        long bits = nextBits();
        long more = nextBits();
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (bits >>> (8 * i));
        }
        for (int i = 8; i < 11; i++) {
            bytes[i] = (byte) (more >>> (8 * i));
        }
        return latin(Base64.getUrlEncoder().encode(bytes));
    }

    /**
     * A trace id {@code 1-8hex-24hex} as X-Ray forms it.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public String traceRoot(long nowNanos) {
        var random = new byte[24];
        hex(nextBits(), random, 0, 16);
        hex(nextBits(), random, 16, 8);
        return "1-" + HEX.toHexDigits(nowNanos / 1_000_000_000L, 8) + "-" + latin(random);
    }

    /** Sixteen hexadecimal digits: a segment id. */
    public String segmentId() {
        return HEX.toHexDigits(nextBits());
    }

    @SuppressWarnings("deprecation") // ISO-8859-1 bytes to text without a charset lookup; every byte is ASCII
    private static String latin(byte[] ascii) {
        return new String(ascii, 0, 0, ascii.length);
    }

    private static void hex(long bits, byte[] text, int at, int digits) {
        long rest = bits;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (byte) "0123456789abcdef".charAt((int) (rest & 15));
            rest >>>= 4;
        }
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
