package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Optional;

/** What a function's payload is to its AWS_PROXY integration (data-plane section 9.2). */
public sealed interface ProxyResponse {
    /**
     * A response for the client.
     *
     * @param status 200 if the function gave none
     * @param headers of {@code multiValueHeaders} and then {@code headers}; no defaults are added here
     * @param body decoded if the function says base64 and the client accepts bytes
     */
    record Ok(int status, Headers headers, Body body) implements ProxyResponse {}

    /**
     * No proxy response: 502.
     *
     * @param expected what belongs in its place, as part of a sentence
     * @param got what the function returned, as part of a sentence
     */
    record Malformed(String expected, String got) implements ProxyResponse {}

    /** The body says that it is base64 and is not: 500. */
    record Undecodable(String detail) implements ProxyResponse {}

    /**
     * Reads a payload.
     *
     * @param payload what the function returned
     * @param accept the client's {@code Accept}
     */
    static ProxyResponse of(Body payload, Optional<String> accept, BinaryMediaTypes binaryMediaTypes) {
        return new ProxyResponseReader(accept, binaryMediaTypes).read(payload);
    }
}
