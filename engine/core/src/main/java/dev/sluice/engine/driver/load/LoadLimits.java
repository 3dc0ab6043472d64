package dev.sluice.engine.driver.load;

/**
 * What a run may ask of this machine, which the gateway, the generator and the screen share.
 *
 * @param perSecond requests a second of all groups together
 * @param durationNanos length of a run
 * @param connections open at once
 * @param waiting requests that may wait for a free connection; one more and the oldest is dropped
 */
public record LoadLimits(double perSecond, long durationNanos, int connections, int waiting) {
    /** 5,000 requests a second for 10 minutes over 200 connections. */
    public static final LoadLimits STANDARD = new LoadLimits(5_000, 600_000_000_000L, 200, 5_000);

    /** @throws IllegalArgumentException if the rate is not one a run may have */
    void check(double wantedPerSecond) {
        if (!(wantedPerSecond >= 0 && wantedPerSecond <= perSecond)) {
            throw new IllegalArgumentException("All groups together would send " + wantedPerSecond
                    + " requests a second; a run takes 0 to " + perSecond + ".");
        }
    }

    /** @throws IllegalArgumentException if a run may not last so long */
    void checkDuration(long wantedNanos) {
        if (wantedNanos > durationNanos) {
            throw new IllegalArgumentException("The run would last " + wantedNanos / 1_000_000_000
                    + " seconds; a run takes up to " + durationNanos / 1_000_000_000 + ".");
        }
    }
}
