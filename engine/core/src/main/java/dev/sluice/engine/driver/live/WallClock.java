package dev.sluice.engine.driver.live;

/** The time of day in nanoseconds, never running backwards. */
@FunctionalInterface
public interface WallClock {
    /** Nanoseconds since 1970-01-01T00:00Z; never less than an earlier answer. */
    long nowNanos();

    /** The machine's clock: the time of day at the first call, carried on by the monotonic timer. */
    static WallClock system() {
        long dayNanos = System.currentTimeMillis() * 1_000_000L;
        long timerNanos = System.nanoTime();
        return () -> dayNanos + (System.nanoTime() - timerNanos);
    }
}
