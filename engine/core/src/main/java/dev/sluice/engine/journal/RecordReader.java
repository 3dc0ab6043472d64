package dev.sluice.engine.journal;

/**
 * A reader that has to see every record, also those the ring overwrites before anybody looks: metrics, for one.
 *
 * <p>Called once for each exchange, on the thread that closes it: it must be quick, bounded, safe for many threads, and
 * throw nothing.
 */
@FunctionalInterface
public interface RecordReader {
    /** Nobody counts. */
    RecordReader NONE = record -> {};

    void read(ExchangeRecord record);
}
