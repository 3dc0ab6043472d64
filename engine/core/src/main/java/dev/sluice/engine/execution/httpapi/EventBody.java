package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.http.HttpRequest;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a body is text in a function's event: only {@code text/*} and three types of {@code application} are;
 * everything else, form data and a missing type too, is base64 (data-plane section 19, captured).
 */
final class EventBody {
    private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript");

    private EventBody() {}

    static boolean isText(HttpRequest request) {
        String type = request.headers().last("Content-Type").orElse("");
        int end = type.indexOf(';');
        String media = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return media.startsWith("text/") || TEXT.contains(media);
    }
}
