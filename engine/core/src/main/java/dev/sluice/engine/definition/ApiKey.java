package dev.sluice.engine.definition;

/**
 * A client's key.
 *
 * @param value what the client sends in {@code x-api-key}; 20 to 128 characters, unique in the account
 */
public record ApiKey(String id, String name, String value, boolean enabled) {}
