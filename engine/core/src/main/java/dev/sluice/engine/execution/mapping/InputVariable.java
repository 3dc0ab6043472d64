package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code $input}: the body and the parameters of the request (data-plane section 11). */
final class InputVariable {
    private final TemplateVariables variables;
    private final Budget budget;
    private @Nullable String text;
    private @Nullable Parsed parsed;

    InputVariable(TemplateVariables variables, Budget budget) {
        this.variables = variables;
        this.budget = budget;
    }

    /** {@code $input.body}; an empty body is {@code {}} (recorded). */
    String body() {
        String known = text;
        if (known == null) {
            known = variables.body().isEmpty() ? "{}" : variables.body().utf8();
            text = known;
        }
        return known;
    }

    /** {@code $input.path(x)}. */
    @Nullable
    Object path(String expression) {
        Optional<JsonPaths.Found> found = JsonPaths.read(json(), expression);
        return found.isPresent() ? found.get().value() : null;
    }

    /** {@code $input.json(x)}; a path that is not there is empty. */
    String json(String expression) {
        return JsonPaths.read(json(), expression)
                .map(found -> TemplateText.json(found.value(), budget))
                .orElse("");
    }

    /** {@code $input.params()}: path, querystring and header, in this order. */
    Map<String, Object> params() {
        var params = new LinkedHashMap<String, Object>();
        params.put("path", new LinkedHashMap<>(variables.pathParameters()));
        params.put("querystring", new LinkedHashMap<>(variables.queryString()));
        params.put("header", new LinkedHashMap<>(variables.headers()));
        return params;
    }

    /** {@code $input.params(x)}: searched in path, query string and headers; empty if it is nowhere. */
    String params(String name) {
        String value = variables.pathParameters().get(name);
        if (value == null) {
            value = variables.queryString().get(name);
        }
        if (value == null) {
            value = variables.headers().get(name);
        }
        return value == null ? "" : value;
    }

    private @Nullable Object json() {
        Parsed known = parsed;
        if (known == null) {
            known = parse(body());
            parsed = known;
        }
        return known.value;
    }

    private static Parsed parse(String body) {
        if (!JsonText.looksLikeJson(body)) {
            return new Parsed(body);
        }
        try {
            return new Parsed(JsonText.parse(body));
        } catch (JsonText.NotJson e) {
            throw new TemplateFailure(Reason.BODY_NOT_JSON, "The body is not JSON: " + e.detail(), 0, 0);
        }
    }

    private record Parsed(@Nullable Object value) {}
}
