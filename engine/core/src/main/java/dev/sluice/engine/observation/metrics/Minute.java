package dev.sluice.engine.observation.metrics;

import dev.sluice.engine.journal.ExchangeRecord;

/** What one place counted within one minute. Not for two threads at once. */
final class Minute {
    private final long number;
    private long count;
    private long clientErrors;
    private long serverErrors;
    private long bytes;
    private long smallestBytes = Long.MAX_VALUE;
    private long largestBytes;
    private final Durations latency = new Durations();
    private long cacheHits;
    private long cacheMisses;
    private final Durations integrationLatency = new Durations();

    /** @param number minutes since 1970-01-01T00:00Z */
    Minute(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    void add(ExchangeRecord record) {
        count++;
        if (record.status() >= 500) {
            serverErrors++;
        } else if (record.status() >= 400) {
            clientErrors++;
        }
        switch (record.cacheUse()) {
            case NONE -> {}
            case HIT -> cacheHits++;
            case MISS -> cacheMisses++;
        }
        latency.add(Math.max(0, record.latencyNanos()));
        if (record.integrationNanos() >= 0) {
            integrationLatency.add(record.integrationNanos());
        }
        long size = (long) record.requestBytes() + record.responseBytes();
        bytes += size;
        smallestBytes = Math.min(smallestBytes, size);
        largestBytes = Math.max(largestBytes, size);
    }

    /** The average is the rate among all requests (documented); a minute without a cache says nothing. */
    private void addCacheUse(Samples samples, long uses) {
        if (cacheHits + cacheMisses > 0) {
            samples.addZerosAndOnes(count, uses);
        }
    }

    void pack() {
        latency.pack();
        integrationLatency.pack();
    }

    void addInto(Samples samples, Metric metric) {
        switch (metric) {
            case COUNT -> samples.addZerosAndOnes(count, count);
            case CLIENT_ERRORS -> samples.addZerosAndOnes(count, clientErrors);
            case SERVER_ERRORS -> samples.addZerosAndOnes(count, serverErrors);
            case LATENCY -> samples.addDurations(latency);
            case INTEGRATION_LATENCY -> samples.addDurations(integrationLatency);
            case CACHE_HITS -> addCacheUse(samples, cacheHits);
            case CACHE_MISSES -> addCacheUse(samples, cacheMisses);
            case DATA_PROCESSED -> samples.addSizes(count, bytes, smallestBytes, largestBytes);
        }
    }
}
