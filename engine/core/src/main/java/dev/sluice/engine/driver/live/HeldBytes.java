package dev.sluice.engine.driver.live;

import java.util.concurrent.atomic.AtomicLong;

/** Payload bytes in memory, counted over all event loops of a listener, so that their sum has a bound. */
final class HeldBytes {
    private final AtomicLong free;

    HeldBytes(long bound) {
        free = new AtomicLong(bound);
    }

    /** A count for one exchange. */
    Share share() {
        return new Share();
    }

    /** What one exchange holds; used on its event loop only. */
    final class Share {
        private long held;

        /** Holds more bytes; false, and nothing held, if that would pass the bound. */
        boolean take(int bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            held += bytes;
            return true;
        }

        /** Gives everything back; may be called again. */
        void release() {
            free.addAndGet(held);
            held = 0;
        }
    }
}
