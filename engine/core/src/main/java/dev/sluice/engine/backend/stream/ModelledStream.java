package dev.sluice.engine.backend.stream;

import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.stream.StreamReading.StreamRecord;
import dev.sluice.engine.definition.ServiceBackend.Stream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One stream: which shard a record goes to, its sequence number, and the latest records. */
final class ModelledStream {
    private static final BigInteger HASH_KEYS = BigInteger.ONE.shiftLeft(128);

    /** Sequence numbers are ascending numbers of 56 digits; where they start says nothing. */
    private static final BigInteger FIRST_SEQUENCE_NUMBER =
            BigInteger.TEN.pow(55).multiply(BigInteger.valueOf(4));

    private static final int MOST_KEPT = 500;
    private static final int MOST_CHARACTERS = 4_096;

    private final Deque<StreamRecord> latest = new ArrayDeque<>();
    private Stream definition;
    private long put;

    ModelledStream(Stream definition) {
        this.definition = definition;
    }

    void configure(Stream changed) {
        definition = changed;
    }

    Stream definition() {
        return definition;
    }

    StreamRecord put(String partitionKey, String data, Optional<String> explicitHashKey, long nowNanos) {
        BigInteger hash = explicitHashKey.map(ModelledStream::hashKey).orElseGet(() -> md5(partitionKey));
        put++;
        var record = new StreamRecord(
                nowNanos,
                shardId(hash),
                FIRST_SEQUENCE_NUMBER.add(BigInteger.valueOf(put)).toString(),
                partitionKey,
                data.length() > MOST_CHARACTERS ? data.substring(0, MOST_CHARACTERS) : data);
        latest.addFirst(record);
        if (latest.size() > MOST_KEPT) {
            latest.removeLast();
        }
        return record;
    }

    /** The hash keys are divided evenly. */
    private String shardId(BigInteger hash) {
        long shard = hash.multiply(BigInteger.valueOf(definition.shardCount()))
                .divide(HASH_KEYS)
                .longValue();
        return String.format("shardId-%012d", shard);
    }

    private static BigInteger hashKey(String text) {
        if (text.length() <= 39 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            var hash = new BigInteger(text);
            if (hash.compareTo(HASH_KEYS) < 0) {
                return hash;
            }
        }
        throw ServiceException.of(
                "InvalidArgumentException", "Invalid ExplicitHashKey. It must be a number below 2^128.");
    }

    private static BigInteger md5(String partitionKey) {
        try {
            return new BigInteger(
                    1, MessageDigest.getInstance("MD5").digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    StreamReading read() {
        return new StreamReading(definition.name(), put, List.copyOf(latest));
    }
}
