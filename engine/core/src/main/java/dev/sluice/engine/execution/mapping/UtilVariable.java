package dev.sluice.engine.execution.mapping;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** {@code $util}: the functions that API Gateway gives to templates. */
final class UtilVariable {
    private UtilVariable() {}

    /** The function's result. An absent argument counts as an empty text (recorded for urlEncode). */
    static @Nullable Object call(String function, @Nullable Object argument, Budget budget) {
        String text = TemplateText.of(argument, budget);
        budget.characters(4L * text.length());
        return switch (function) {
            case "escapeJavaScript" -> escapeJavaScript(text);
            case "parseJson" -> parseJson(text);
            case "urlEncode" -> URLEncoder.encode(text, StandardCharsets.UTF_8);
            case "urlDecode" -> urlDecode(text);
            case "base64Encode" -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
            case "base64Decode" -> base64Decode(text);
            default -> null;
        };
    }

    /** As Apache Commons Lang escapes JavaScript; the single quote too, as AWS documents. */
    private static String escapeJavaScript(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'', '"', '\\', '/' -> escaped.append('\\').append(c);
                case '\b' -> escaped.append("\\b");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                case '\f' -> escaped.append("\\f");
                case '\r' -> escaped.append("\\r");
                default -> {
                    if (c < ' ' || c > '~') {
                        escaped.append(String.format("\\u%04X", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static @Nullable Object parseJson(String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return JsonText.parse(text);
        } catch (JsonText.NotJson e) {
            throw new TemplateFailure("$util.parseJson was given a text that is not JSON: " + e.detail());
        }
    }

    private static String urlDecode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TemplateFailure(
                    "$util.urlDecode was given a text with a wrong percent escape: " + e.getMessage());
        }
    }

    private static String base64Decode(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TemplateFailure("$util.base64Decode was given a text that is not base64: " + e.getMessage());
        }
    }
}
