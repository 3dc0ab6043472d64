package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What parameter mapping may read of one message. For a response, query string and path parameters are empty. The body
 * is parsed at the first source that reads into it, and only once. For one thread at a time.
 */
public final class MappingFacts {
    private final Headers headers;
    private final Map<String, List<String>> queryString;
    private final Map<String, String> pathParameters;
    private final Body body;
    private final Map<String, ?> context;
    private final Map<String, String> stageVariables;
    private @Nullable ParsedBody parsed;

    public MappingFacts(
            Headers headers,
            Map<String, List<String>> queryString,
            Map<String, String> pathParameters,
            Body body,
            Map<String, ?> context,
            Map<String, String> stageVariables) {
        this.headers = headers;
        this.queryString = queryString;
        this.pathParameters = pathParameters;
        this.body = body;
        this.context = context;
        this.stageVariables = stageVariables;
    }

    /** All values of a header whose name has exactly this case (data-plane section 10.4). */
    List<String> header(String name) {
        var values = new java.util.ArrayList<String>(1);
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equals(name)) {
                values.add(headers.value(i));
            }
        }
        return values;
    }

    List<String> queryString(String name) {
        return queryString.getOrDefault(name, List.of());
    }

    @Nullable
    String pathParameter(String name) {
        return pathParameters.get(name);
    }

    Body body() {
        return body;
    }

    @Nullable
    String stageVariable(String name) {
        return stageVariables.get(name);
    }

    /** The value at a dotted name of {@code $context}; null if it is nowhere. */
    @Nullable
    Object context(String dottedName) {
        Object value = context;
        for (String name : dottedName.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    ParsedBody parsedBody() {
        ParsedBody known = parsed;
        if (known == null) {
            known = ParsedBody.of(body.utf8());
            parsed = known;
        }
        return known;
    }

    /** A body as a value: JSON, or plain text that has no members. */
    sealed interface ParsedBody {
        record Value(@Nullable Object value) implements ParsedBody {}

        record Invalid(String detail) implements ParsedBody {}

        private static ParsedBody of(String text) {
            if (!JsonText.looksLikeJson(text)) {
                return new Value(text);
            }
            try {
                return new Value(JsonText.parse(text));
            } catch (JsonText.NotJson e) {
                return new Invalid(e.detail());
            }
        }
    }
}
