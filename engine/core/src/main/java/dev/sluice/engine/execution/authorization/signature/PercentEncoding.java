package dev.sluice.engine.execution.authorization.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent encoding as signatures have it: everything but letters, digits and {@code - . _ ~}. */
final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /** Every byte as it stands, percent signs too; slashes are kept. */
    static String ofPath(String raw) {
        return encoded(raw.getBytes(StandardCharsets.UTF_8), true);
    }

    /** A part of a query string in its one canonical spelling, however its sender spelled it. */
    static String ofQueryPart(String raw) {
        return encoded(decodedBytes(raw), false);
    }

    /** The text behind the escapes; a plus sign is a plus sign. */
    static String decoded(String raw) {
        return raw.indexOf('%') < 0 ? raw : new String(decodedBytes(raw), StandardCharsets.UTF_8);
    }

    private static byte[] decodedBytes(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low < 0) {
                decoded.write(bytes[i]);
            } else {
                decoded.write(high << 4 | low);
                i += 2;
            }
        }
        return decoded.toByteArray();
    }

    private static String encoded(byte[] bytes, boolean keepSlash) {
        var text = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c) || keepSlash && c == '/') {
                text.append(c);
            } else {
                text.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return text.toString();
    }

    private static boolean isUnreserved(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
