package dev.sluice.engine.execution.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * JSON text to the values of templates: {@link LinkedHashMap}, {@link JsonArray}, String, Number, Boolean, null.
 *
 * <p>As lenient as API Gateway's own parser where it was seen to be: single quotes, names without quotes, a trailing
 * comma.
 */
final class JsonText {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private JsonText() {}

    /** Whether a body is taken for JSON at all; anything else is plain text (data-plane section 10.4). */
    static boolean looksLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ') {
                return c == '{' || c == '[' || c == '"' || c == '\'';
            }
        }
        return false;
    }

    /** @throws NotJson if the text is not JSON, or deeper than 500 levels */
    static @Nullable Object parse(String text) throws NotJson {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            Object value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw new NotJson("more text after the end of the value");
            }
            return value;
        } catch (JacksonException e) {
            throw new NotJson(e.getOriginalMessage());
        }
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) throws NotJson {
        if (token == null) {
            throw new NotJson("the text ends too early");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new NotJson("unexpected " + token);
        };
    }

    private static Number decimal(JsonParser parser) {
        double value = parser.getDoubleValue();
        return Double.isInfinite(value) ? new BigDecimal(parser.getString()) : value;
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws NotJson {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            String name = parser.currentName();
            object.put(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static JsonArray array(JsonParser parser) throws NotJson {
        var array = new JsonArray();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    /** The text is not JSON; the message says where and why. */
    static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private final String detail;

        NotJson(String detail) {
            super(detail, null, false, false);
            this.detail = detail;
        }

        String detail() {
            return detail;
        }
    }
}
