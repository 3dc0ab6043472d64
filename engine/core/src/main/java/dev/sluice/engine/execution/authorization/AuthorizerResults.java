package dev.sluice.engine.execution.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What authorizers have answered, kept for their time to live by stage, authorizer and identity. Lives longer than a
 * revision of the configuration; safe for any number of threads.
 *
 * <p>At most {@value #MOST} answers are kept, and identities as digests only: tokens are long, and secrets.
 *
 * @param <R> what is kept
 */
public final class AuthorizerResults<R> {
    private static final int MOST = 4_096;

    /**
     * Whose answer.
     *
     * @param identityDigest of the values that the authorizer knows its caller by
     */
    public record Key(String apiId, String stage, String authorizerId, String identityDigest) {
        /** @param identity the values of all identity sources, in order */
        public static Key of(String apiId, String stage, String authorizerId, List<String> identity) {
            return new Key(apiId, stage, authorizerId, digest(identity));
        }
    }

    private final ExpiringCache<Key, R> results = new ExpiringCache<>(MOST);

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public Optional<R> get(Key key, long nowNanos) {
        return results.get(key, nowNanos);
    }

    /** @param expiresNanos nanoseconds since 1970-01-01T00:00Z */
    public void put(Key key, R result, long expiresNanos) {
        results.put(key, result, expiresNanos);
    }

    /** Forgets the answers of a stage's authorizers, as FlushStageAuthorizersCache does. */
    public void flush(String apiId, String stage) {
        results.removeIf(key -> key.apiId().equals(apiId) && key.stage().equals(stage));
    }

    private static String digest(List<String> identity) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String value : identity) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                digest.update((byte) ':');
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
