package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Base64;
import java.util.Optional;

/**
 * What happens to the bytes of a body on its way through HTTP integrations that set no content handling (data-plane
 * section 10.8, all cells recorded): bytes stay bytes only where the API's binary media types say so.
 */
final class ContentHandling {
    private static final String CONTENT_TYPE = "Content-Type";

    private final BinaryMediaTypes binary;

    ContentHandling(BinaryMediaTypes binary) {
        this.binary = binary;
    }

    /** The body for the endpoint: as it is, or as UTF-8 text with malformed sequences replaced. */
    Body forEndpoint(Headers request, Body body) {
        return binary.matchesContentType(request.last(CONTENT_TYPE)) ? body : asText(body);
    }

    /**
     * The endpoint's body for the client; empty if base64 was to be decoded and is none, which is a 500.
     *
     * @param request headers of the client's request
     * @param response headers of the endpoint's response
     */
    Optional<Body> forClient(Headers request, Headers response, Body body) {
        boolean isBinary = binary.matchesContentType(response.last(CONTENT_TYPE));
        boolean isAccepted = binary.matchesAccept(request.last("Accept"));
        if (isBinary) {
            return Optional.of(isAccepted ? body : Body.utf8(Base64.getEncoder().encodeToString(body.bytes())));
        }
        return isAccepted ? decoded(body) : Optional.of(asText(body));
    }

    private static Optional<Body> decoded(Body body) {
        try {
            return Optional.of(Body.of(Base64.getDecoder().decode(body.bytes())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Body asText(Body body) {
        byte[] bytes = body.bytes();
        for (byte b : bytes) {
            if (b < 0) {
                return Body.utf8(body.utf8());
            }
        }
        return body;
    }
}
