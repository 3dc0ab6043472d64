package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.http.Headers;
import java.util.Map;

/**
 * Which of several response templates a client gets: that for the first media type of its {@code Accept} (the guide's
 * known-issues page: "API Gateway only honors the first Accept media type"), else the JSON one, else the first (as
 * LocalStack chooses).
 */
public final class AcceptedTemplate {
    private static final String JSON = "application/json";

    private AcceptedTemplate() {}

    /** @return the template's key as its author wrote it; {@code application/json} if there is no template */
    public static String mediaType(Map<String, ?> templates, Headers request) {
        if (templates.isEmpty()) {
            return JSON;
        }
        if (templates.size() > 1 || !templates.containsKey(JSON)) {
            String accept = request.last("Accept").orElse(JSON);
            if (templates.containsKey(accept)) {
                return accept;
            }
            int comma = accept.indexOf(',');
            String first = Passthrough.mediaType(comma < 0 ? accept : accept.substring(0, comma));
            for (String mediaType : templates.keySet()) {
                if (Passthrough.mediaType(mediaType).equals(first)) {
                    return mediaType;
                }
            }
        }
        return templates.containsKey(JSON)
                ? JSON
                : templates.keySet().iterator().next();
    }
}
