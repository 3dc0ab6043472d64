package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;

/**
 * What the client is to get, before the gateway adds its own headers.
 *
 * @param headers mapped or passed through; {@code Content-Type} absent means {@code application/json}
 */
public record MethodResponse(int status, Headers headers, Body body) {}
