package dev.sluice.engine.execution.compression;

import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.http.Headers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compresses a method response if the API asks for it from this size on, the client names a coding in
 * {@code Accept-Encoding}, and nobody has encoded the response yet (documented). {@code *} names none.
 */
public final class CompressedAnswer {
    private static final String CONTENT_ENCODING = "Content-Encoding";

    private CompressedAnswer() {}

    /** A coding the client takes and how much it wants it, 0 to 1. */
    private record Wish(ContentCoding coding, double quality) {}

    /**
     * @param minimumCompressionSize bytes from which the API compresses
     * @param request the headers of the client
     */
    public static MethodResponse of(MethodResponse response, int minimumCompressionSize, Headers request) {
        if (response.body().length() < minimumCompressionSize
                || response.body().isEmpty()
                || response.headers().contains(CONTENT_ENCODING)) {
            return response;
        }
        return coding(request.all("Accept-Encoding"))
                .map(coding -> new MethodResponse(
                        response.status(),
                        response.headers().toBuilder()
                                .add(CONTENT_ENCODING, coding.wireName())
                                .build(),
                        coding.compressed(response.body())))
                .orElse(response);
    }

    /** The one wanted most; gzip if both are wanted the same. */
    private static Optional<ContentCoding> coding(List<String> acceptEncoding) {
        return acceptEncoding.stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .flatMap(item -> wish(item).stream())
                .filter(wish -> wish.quality() > 0)
                .max(Comparator.comparingDouble(Wish::quality)
                        .thenComparing(wish -> wish.coding() == ContentCoding.GZIP))
                .map(Wish::coding);
    }

    private static Optional<Wish> wish(String item) {
        String[] parts = item.split(";", -1);
        return ContentCoding.named(parts[0]).map(coding -> new Wish(coding, quality(parts)));
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.matches("q=[01](\\.\\d{0,3})?")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
