package dev.sluice.engine.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids that follow from what they name: the same name has the same id on every machine, and needs no file to keep it.
 */
public final class StableId {
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 10;

    private StableId() {}

    /** Id of an API's resource: stable as long as the path is. */
    public static String ofResource(String apiId, String path) {
        return of("resource", apiId, path);
    }

    /** Ten lower-case letters and digits; equal for equal kinds and names. */
    public static String of(String kind, String... names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            for (String name : names) {
                digest.update((byte) 0);
                digest.update(name.getBytes(StandardCharsets.UTF_8));
            }
            return letters(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String letters(byte[] hash) {
        var id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int two = (hash[2 * i] & 0xff) << 8 | hash[2 * i + 1] & 0xff;
            id.append(LETTERS.charAt(two % LETTERS.length()));
        }
        return id.toString();
    }
}
