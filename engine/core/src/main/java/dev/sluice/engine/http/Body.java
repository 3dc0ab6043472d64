package dev.sluice.engine.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A whole message body: bytes that nobody changes after construction. Whole, because a REST payload ends at 10 MB. */
public final class Body {
    /** The largest payload API Gateway takes, in bytes (data-plane section 18). */
    public static final int LARGEST = 10_485_760;

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps the array without a copy: the caller gives it up. */
    public static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Body(bytes);
    }

    public static Body utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, not a copy: callers only read. */
    public byte[] bytes() {
        return bytes;
    }

    /** Length in bytes. */
    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The body itself if it has no more bytes than that, else a copy of its beginning. */
    public Body first(int most) {
        return bytes.length <= most ? this : new Body(Arrays.copyOf(bytes, most));
    }

    /** The text in UTF-8; malformed sequences become U+FFFD. */
    public String utf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
