package dev.sluice.engine.journal;

/** Secrets as logs and journals may show them. */
public final class Masked {
    private static final int SHOWN = 6;

    private Masked() {}

    /** All but the last six characters starred, as the execution log shows keys (data-plane section 13). */
    public static String of(String secret) {
        int shown = Math.min(SHOWN, secret.length());
        return "*".repeat(secret.length() - shown) + secret.substring(secret.length() - shown);
    }

    /** The same for secrets of any length: never more than half is shown. */
    public static String atMostHalf(String secret) {
        int shown = Math.min(SHOWN, secret.length() / 2);
        return "*".repeat(secret.length() - shown) + secret.substring(secret.length() - shown);
    }
}
