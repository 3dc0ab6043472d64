package dev.sluice.engine.journal;

import dev.sluice.engine.definition.GatewayResponseType;

/**
 * A gateway-made answer: its type as AWS names it, and the cause behind it.
 *
 * @param status status before any gateway response customises it
 * @param errorType value of {@code x-amzn-ErrorType}
 * @param message text of {@code $context.error.message}; {@link #NO_MESSAGE} where that is null
 */
public record Refusal(GatewayResponseType type, int status, String errorType, String message, Cause cause) {
    /** The message of the few types whose message is null. */
    public static final String NO_MESSAGE = "";

    /** A refusal with the type's own status and error type. */
    public static Refusal of(GatewayResponseType type, String message, Cause cause) {
        return new Refusal(type, type.defaultStatus(), type.errorType(), message, cause);
    }

    /** A refusal with another status than the type's, where AWS was recorded answering one. */
    public Refusal withStatus(int otherStatus) {
        return new Refusal(type, otherStatus, errorType, message, cause);
    }

    /** A refusal with another error type than the type's, where AWS was recorded answering one. */
    public Refusal withErrorType(String otherErrorType) {
        return new Refusal(type, status, otherErrorType, message, cause);
    }
}
