package dev.sluice.engine.journal;

import dev.sluice.engine.definition.GatewayResponseType;

/**
 * A gateway-made answer: its type as AWS names it, and the cause behind it.
 *
 * @param status status before any gateway response customises it
 * @param message text of {@code $context.error.message}
 */
public record Refusal(GatewayResponseType type, int status, String message, Cause cause) {}
