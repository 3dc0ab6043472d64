package dev.sluice.engine.execution.mapping;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.AbstractJsonProvider;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * JSONPath over parsed values, each expression compiled once.
 *
 * <p>Two things that JSONPath allows are refused, because a stranger could make the gateway hang with them: regular
 * expressions ({@code =~}), and more than two deep scans ({@code ..}).
 */
final class JsonPaths {
    private static final int LONGEST_EXPRESSION = 1_000;
    private static final int MOST_DEEP_SCANS = 2;
    private static final int MOST_COMPILED = 2_000;

    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new Values())
            .mappingProvider(new Jackson3MappingProvider())
            .options(EnumSet.noneOf(com.jayway.jsonpath.Option.class))
            .build();
    private static final ConcurrentHashMap<String, JsonPath> COMPILED = new ConcurrentHashMap<>();

    private JsonPaths() {}

    /**
     * What the expression finds. Empty if the path is not there; a JSON null that is there is {@link Found} null.
     *
     * @throws TemplateFailure if the expression is not JSONPath
     */
    static Optional<Found> read(@Nullable Object json, String expression) {
        if (expression.equals("$")) {
            return Optional.of(new Found(json));
        }
        if (json == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Found(compiled(expression).read(json, CONFIGURATION)));
        } catch (PathNotFoundException e) {
            return Optional.empty();
        } catch (JsonPathException | IllegalArgumentException | ClassCastException e) {
            throw new TemplateFailure("JSONPath " + expression + ": " + e.getMessage());
        }
    }

    /** @throws TemplateFailure if the expression is not JSONPath, or asks for more work than we allow */
    static JsonPath compiled(String expression) {
        JsonPath path = COMPILED.get(expression);
        if (path == null) {
            path = compile(expression);
            if (COMPILED.size() >= MOST_COMPILED) {
                COMPILED.clear();
            }
            COMPILED.put(expression, path);
        }
        return path;
    }

    private static JsonPath compile(String expression) {
        if (expression.length() > LONGEST_EXPRESSION) {
            throw new TemplateFailure("A JSONPath may have up to " + LONGEST_EXPRESSION + " characters; this one has "
                    + expression.length() + ".");
        }
        if (expression.contains("=~")) {
            throw new TemplateFailure("JSONPath " + expression + ": regular expressions (=~) are not supported.");
        }
        if (expression.split("\\.\\.", -1).length - 1 > MOST_DEEP_SCANS) {
            throw new TemplateFailure("JSONPath " + expression + ": at most two deep scans (..) are allowed.");
        }
        try {
            return JsonPath.compile(expression);
        } catch (JsonPathException | IllegalArgumentException e) {
            throw new TemplateFailure(expression + " is not a JSONPath: " + e.getMessage());
        }
    }

    /** @param value null for a JSON null */
    record Found(@Nullable Object value) {}

    /** The values of templates, as JSONPath walks them. */
    private static final class Values extends AbstractJsonProvider {
        @Override
        public @Nullable Object parse(String json) {
            try {
                return JsonText.parse(json);
            } catch (JsonText.NotJson e) {
                throw new com.jayway.jsonpath.InvalidJsonException(e.detail());
            }
        }

        @Override
        public Object parse(InputStream jsonStream, String charset) {
            throw new UnsupportedOperationException("bodies are parsed from text");
        }

        @Override
        public String toJson(Object value) {
            return TemplateText.json(value, new Budget());
        }

        @Override
        public Object createArray() {
            return new JsonArray();
        }

        @Override
        public Object createMap() {
            return new LinkedHashMap<String, Object>();
        }
    }
}
