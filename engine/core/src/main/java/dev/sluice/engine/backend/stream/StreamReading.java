package dev.sluice.engine.backend.stream;

import java.util.List;

/**
 * A stream at one instant.
 *
 * @param put records since it was made
 * @param latest the newest records, newest first
 */
public record StreamReading(String name, long put, List<StreamRecord> latest) {
    public StreamReading {
        latest = List.copyOf(latest);
    }

    /** @param data base64, cut if it is very long */
    public record StreamRecord(long nanos, String shardId, String sequenceNumber, String partitionKey, String data) {}
}
