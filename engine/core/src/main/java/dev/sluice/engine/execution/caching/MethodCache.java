package dev.sluice.engine.execution.caching;

import dev.sluice.engine.execution.mapping.MethodResponse;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers that all stages keep, least recently used dropped first: within each cache's own size, and all together
 * within {@value #MOST_BYTES} bytes. Expiry goes by the time given. Safe for any number of threads.
 *
 * <p>An LRU of our own and not a library: it has to drop the same entries in every simulation of the same traffic, and
 * the known libraries leave that to sampling or to threads of their own.
 */
public final class MethodCache {
    /** The largest answer a cache keeps, in bytes (data-plane section 12). */
    public static final int LARGEST_ANSWER = 1_048_576;

    /** What all caches of one engine take together, in bytes: 64 MiB. */
    public static final long MOST_BYTES = 67_108_864;

    /** Roughly what an entry takes besides its texts and body. */
    private static final int ENTRY_BYTES = 200;

    private final Map<CacheId, Partition> partitions = new HashMap<>();
    private final long mostBytes;
    private long bytes;
    private long uses;

    private static final class Entry {
        final MethodResponse response;
        final long expiresAtNanos;
        final long bytes;
        long lastUse;

        Entry(MethodResponse response, long expiresAtNanos, long bytes, long lastUse) {
            this.response = response;
            this.expiresAtNanos = expiresAtNanos;
            this.bytes = bytes;
            this.lastUse = lastUse;
        }
    }

    private static final class Partition {
        final long capacity;
        final LinkedHashMap<CacheKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
        long bytes;

        Partition(long capacity) {
            this.capacity = capacity;
        }

        long oldestUse() {
            return entries.isEmpty()
                    ? Long.MAX_VALUE
                    : entries.values().iterator().next().lastUse;
        }
    }

    public MethodCache() {
        this(MOST_BYTES);
    }

    MethodCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Says which caches there are. One that is gone, or has another size than before, loses what it kept.
     *
     * @param capacities bytes by cache
     */
    public synchronized void reconfigure(Map<CacheId, Long> capacities) {
        for (CacheId id : Map.copyOf(partitions).keySet()) {
            Partition partition = partitions.get(id);
            if (partition != null && !Long.valueOf(partition.capacity).equals(capacities.get(id))) {
                flush(id);
                partitions.remove(id);
            }
        }
        capacities.forEach((id, capacity) -> partitions.computeIfAbsent(id, unused -> new Partition(capacity)));
    }

    /**
     * The answer kept for this key, if it has not expired.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public synchronized Optional<MethodResponse> find(CacheKey key, long nowNanos) {
        Partition partition = partitions.get(key.cache());
        Entry entry = partition == null ? null : partition.entries.get(key);
        if (partition == null || entry == null) {
            return Optional.empty();
        }
        if (nowNanos >= entry.expiresAtNanos) {
            remove(partition, key);
            return Optional.empty();
        }
        entry.lastUse = ++uses;
        return Optional.of(entry.response);
    }

    /**
     * Keeps the answer in place of the one before. One over {@value #LARGEST_ANSWER} bytes is not kept.
     *
     * @param expiresAtNanos nanoseconds since 1970-01-01T00:00Z
     */
    public synchronized void keep(CacheKey key, MethodResponse response, long expiresAtNanos) {
        Partition partition = partitions.get(key.cache());
        if (partition == null) {
            return;
        }
        remove(partition, key);
        if (response.body().length() > LARGEST_ANSWER) {
            return;
        }
        long size = size(key, response);
        partition.entries.put(key, new Entry(response, expiresAtNanos, size, ++uses));
        partition.bytes += size;
        bytes += size;
        while (partition.bytes > partition.capacity) {
            removeOldest(partition);
        }
        while (bytes > mostBytes) {
            removeOldest(partitionOfOldest(partition));
        }
    }

    public synchronized void invalidate(CacheKey key) {
        Partition partition = partitions.get(key.cache());
        if (partition != null) {
            remove(partition, key);
        }
    }

    /** Forgets all answers of one cache. */
    public synchronized void flush(CacheId id) {
        Partition partition = partitions.get(id);
        if (partition != null) {
            bytes -= partition.bytes;
            partition.bytes = 0;
            partition.entries.clear();
        }
    }

    /** Bytes that all answers take, roughly. */
    public synchronized long bytes() {
        return bytes;
    }

    private Partition partitionOfOldest(Partition otherwise) {
        Partition oldest = otherwise;
        for (Partition partition : partitions.values()) {
            if (partition.oldestUse() < oldest.oldestUse()) {
                oldest = partition;
            }
        }
        return oldest;
    }

    private void removeOldest(Partition partition) {
        Iterator<Entry> entries = partition.entries.values().iterator();
        count(partition, entries.next());
        entries.remove();
    }

    private void remove(Partition partition, CacheKey key) {
        Entry removed = partition.entries.remove(key);
        if (removed != null) {
            count(partition, removed);
        }
    }

    private void count(Partition partition, Entry removed) {
        partition.bytes -= removed.bytes;
        bytes -= removed.bytes;
    }

    private static long size(CacheKey key, MethodResponse response) {
        long size = ENTRY_BYTES + key.bytes() + response.body().length();
        for (int i = 0; i < response.headers().size(); i++) {
            size += 2L
                    * (response.headers().name(i).length()
                            + response.headers().value(i).length());
        }
        return size;
    }
}
