package dev.sluice.engine.execution.authorization;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A bounded number of values, each good until its time; the one longest unused makes room. Safe for any number of
 * threads.
 */
public final class ExpiringCache<K, V> {
    private record Expiring<V>(V value, long expiresNanos) {}

    private final Map<K, Expiring<V>> entries;

    /** @param capacity values kept at most, 1 or more */
    public ExpiringCache(int capacity) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Expiring<V>> eldest) {
                return size() > capacity;
            }
        };
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public synchronized Optional<V> get(K key, long nowNanos) {
        Expiring<V> entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.expiresNanos <= nowNanos) {
            entries.remove(key);
            return Optional.empty();
        }
        return Optional.of(entry.value);
    }

    /** @param expiresNanos from when on the value is no longer good, nanoseconds since 1970-01-01T00:00Z */
    public synchronized void put(K key, V value, long expiresNanos) {
        entries.put(key, new Expiring<>(value, expiresNanos));
    }

    public synchronized void removeIf(Predicate<K> condition) {
        entries.keySet().removeIf(condition);
    }

    public synchronized int size() {
        return entries.size();
    }
}
