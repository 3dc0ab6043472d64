package dev.sluice.engine.execution.integration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The media types of an API that are bytes, not text (data-plane section 9.2, recorded).
 *
 * @param types as configured: {@code type/subtype}, {@code type/*} or {@code *&#47;*}. A wildcard on the left alone
 *     never matches
 */
public record BinaryMediaTypes(List<String> types) {
    public static final BinaryMediaTypes NONE = new BinaryMediaTypes(List.of());

    public BinaryMediaTypes {
        types = types.stream()
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether nothing is bytes. */
    public boolean isNone() {
        return types.isEmpty();
    }

    /** Whether the client accepts bytes: only the first media type of its {@code Accept} counts. */
    public boolean matchesAccept(Optional<String> accept) {
        return !types.isEmpty() && matches(accept.map(BinaryMediaTypes::first).orElse(""));
    }

    /** Whether a body of this content type is bytes. */
    public boolean matchesContentType(Optional<String> contentType) {
        return !types.isEmpty()
                && matches(contentType.map(BinaryMediaTypes::first).orElse(""));
    }

    private boolean matches(String mediaType) {
        for (String type : types) {
            if (matches(type, mediaType)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String configured, String mediaType) {
        if (configured.equals("*/*")) {
            return true;
        }
        if (configured.startsWith("*") || mediaType.isEmpty()) {
            return false;
        }
        return configured.equals(mediaType)
                || (configured.endsWith("/*")
                        && mediaType.startsWith(configured.substring(0, configured.length() - 1)));
    }

    private static String first(String list) {
        int end = list.length();
        for (int i = 0; i < end; i++) {
            if (list.charAt(i) == ',' || list.charAt(i) == ';') {
                end = i;
            }
        }
        return list.substring(0, end).strip().toLowerCase(Locale.ROOT);
    }
}
