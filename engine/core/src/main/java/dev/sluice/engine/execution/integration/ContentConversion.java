package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ContentHandling;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Base64;
import java.util.Optional;

/**
 * What happens to the bytes of a body on its way through an integration: bytes stay bytes, become base64 text, or are
 * decoded from it, by the API's binary media types and the {@code contentHandling} that is set (data-plane section
 * 10.8, all cells recorded).
 */
final class ContentConversion {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String ACCEPT = "Accept";
    private static final Optional<Converted> NOTHING = Optional.of(new Converted(Body.EMPTY, false));

    private final BinaryMediaTypes binary;

    ContentConversion(BinaryMediaTypes binary) {
        this.binary = binary;
    }

    /** @param isBinary whether these are bytes: no template can read them, which is a 500 */
    record Converted(Body body, boolean isBinary) {
        private static Optional<Converted> text(Body body) {
            return body.isEmpty() ? NOTHING : Optional.of(new Converted(asText(body), false));
        }

        private static Optional<Converted> base64(Body body) {
            return Optional.of(new Converted(Body.of(Base64.getEncoder().encode(body.bytes())), false));
        }

        private static Optional<Converted> bytes(Body body) {
            return Optional.of(new Converted(body, true));
        }

        /** Empty if this is not base64. */
        private static Optional<Converted> decoded(Body body) {
            try {
                return bytes(Body.of(Base64.getDecoder().decode(body.bytes())));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private static Body asText(Body body) {
            for (byte b : body.bytes()) {
                if (b < 0) {
                    return Body.utf8(body.utf8());
                }
            }
            return body;
        }
    }

    /**
     * The client's body for the endpoint. Empty if base64 was to be decoded and is none: 500.
     *
     * @param client headers of the client's request
     */
    Optional<Converted> forEndpoint(Optional<ContentHandling> handling, Headers client, Body body) {
        boolean isBinary = !binary.isNone() && binary.matchesContentType(client.last(CONTENT_TYPE));
        if (handling.isEmpty()) {
            return isBinary ? Converted.bytes(body) : Converted.text(body);
        }
        return converted(handling.get(), isBinary, body);
    }

    /**
     * The endpoint's body for the client. Empty if base64 was to be decoded and is none: 500. A response without a body
     * is text whatever is set: the answer of a MOCK has none, and its template renders.
     *
     * @param client headers of the client's request
     * @param endpoint headers of the endpoint's response
     */
    Optional<Converted> forClient(Optional<ContentHandling> handling, Headers client, Headers endpoint, Body body) {
        if (body.isEmpty()) {
            return NOTHING;
        }
        boolean isBinary = !binary.isNone() && binary.matchesContentType(endpoint.last(CONTENT_TYPE));
        if (handling.isPresent()) {
            return converted(handling.get(), isBinary, body);
        }
        boolean isAccepted = !binary.isNone() && binary.matchesAccept(client.last(ACCEPT));
        if (isBinary) {
            return isAccepted ? Converted.bytes(body) : Converted.base64(body);
        }
        return isAccepted ? Converted.decoded(body) : Converted.text(body);
    }

    private static Optional<Converted> converted(ContentHandling handling, boolean isBinary, Body body) {
        return switch (handling) {
            case CONVERT_TO_TEXT -> isBinary ? Converted.base64(body) : Converted.text(body);
            case CONVERT_TO_BINARY -> isBinary ? Converted.bytes(body) : Converted.decoded(body);
        };
    }
}
