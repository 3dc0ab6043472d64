package dev.sluice.engine.observation.insights.evaluation;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An address as its bits, read from text without asking any name server.
 *
 * @param bits 32 or 128
 */
record IpAddress(BigInteger value, int bits) {
    static @Nullable IpAddress of(String text) {
        return text.indexOf(':') >= 0 ? v6(text) : v4(text);
    }

    private static @Nullable IpAddress v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        BigInteger value = BigInteger.ZERO;
        for (String part : parts) {
            if (!part.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(part) > 255) {
                return null;
            }
            value = value.shiftLeft(8).add(BigInteger.valueOf(Integer.parseInt(part)));
        }
        return new IpAddress(value, 32);
    }

    private static @Nullable IpAddress v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            BigInteger value = groups(text, 8, true);
            return value == null ? null : new IpAddress(value, 128);
        }
        String head = text.substring(0, gap);
        String tail = text.substring(gap + 2);
        int headGroups = count(head);
        int tailGroups = count(tail);
        if (headGroups + tailGroups > 7) {
            return null;
        }
        BigInteger high = groups(head, headGroups, false);
        BigInteger low = groups(tail, tailGroups, true);
        return high == null || low == null
                ? null
                : new IpAddress(high.shiftLeft(16 * (8 - headGroups)).add(low), 128);
    }

    private static int count(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        return text.split(":", -1).length + (text.indexOf('.') >= 0 ? 1 : 0);
    }

    /** The groups as one number; an IPv4 address at the end counts as two. */
    private static @Nullable BigInteger groups(String text, int wanted, boolean last) {
        BigInteger value = BigInteger.ZERO;
        int found = 0;
        String[] parts = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                IpAddress v4 = v4(parts[i]);
                if (v4 == null) {
                    return null;
                }
                value = value.shiftLeft(32).add(v4.value());
                found += 2;
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                value = value.shiftLeft(16).add(new BigInteger(parts[i], 16));
                found++;
            } else {
                return null;
            }
        }
        return found == wanted ? value : null;
    }

    /** Whether it lies in a range {@code address/length}; false if that is none or of the other family. */
    boolean isIn(String range) {
        int slash = range.indexOf('/');
        IpAddress start = slash < 0 ? null : of(range.substring(0, slash));
        String length = slash < 0 ? "" : range.substring(slash + 1);
        if (start == null || start.bits != bits || !length.matches("\\d{1,3}") || Integer.parseInt(length) > bits) {
            return false;
        }
        int host = bits - Integer.parseInt(length);
        return value.shiftRight(host).equals(start.value.shiftRight(host));
    }
}
