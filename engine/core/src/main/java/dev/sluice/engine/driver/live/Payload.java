package dev.sluice.engine.driver.live;

import dev.sluice.engine.http.Body;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** A message body while its parts come in. */
final class Payload {
    enum Added {
        FITS,
        TOO_LARGE,
        NO_MEMORY
    }

    private static final int FIRST_BYTES = 16 * 1024;

    private final HeldBytes.Share share;
    private byte[] bytes;
    private int length;

    /**
     * @param announced bytes to expect, -1 if unknown: believed only as far as they have come, or a few lines of text
     *     could claim gigabytes
     */
    Payload(long announced, HeldBytes.Share share) {
        this.share = share;
        bytes = new byte[(int) (announced < 0 ? FIRST_BYTES : Math.min(announced, FIRST_BYTES))];
    }

    Added add(Buffer part) {
        int wanted = length + part.length();
        if (wanted > Body.LARGEST) {
            return Added.TOO_LARGE;
        }
        if (!share.take(part.length())) {
            return Added.NO_MEMORY;
        }
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(wanted, Math.min(Body.LARGEST, 2 * bytes.length)));
        }
        part.getBytes(bytes, length);
        length = wanted;
        return Added.FITS;
    }

    Body body() {
        return Body.of(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }
}
