package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.mapping.ParameterSource.Parsed;

/** Reads parameter mapping expressions. */
final class ParameterSourceReader {
    private static final String STAGE_VARIABLES = "stageVariables.";
    private static final String CONTEXT = "context.";

    private ParameterSourceReader() {}

    /** @param message prefix of sources in the message: {@code method.request.} or {@code integration.response.} */
    static Parsed read(String expression, String message) {
        if (expression.length() >= 2 && expression.startsWith("'") && expression.endsWith("'")) {
            return source(new ParameterSource.Static(expression.substring(1, expression.length() - 1)));
        }
        if (expression.startsWith(message)) {
            return inMessage(expression, expression.substring(message.length()), message.startsWith("method"));
        }
        if (expression.startsWith(STAGE_VARIABLES)) {
            return named(
                    expression, STAGE_VARIABLES, new ParameterSource.StageVariable(after(expression, STAGE_VARIABLES)));
        }
        if (expression.startsWith(CONTEXT)) {
            return named(expression, CONTEXT, new ParameterSource.ContextVariable(after(expression, CONTEXT)));
        }
        return new Parsed.Wrong("'" + expression + "' is no source: write " + message
                + "…, stageVariables.NAME, context.NAME, or a text in single quotes.");
    }

    private static Parsed inMessage(String expression, String rest, boolean request) {
        int dot = rest.indexOf('.');
        String place = dot < 0 ? rest : rest.substring(0, dot);
        String name = dot < 0 ? "" : rest.substring(dot + 1);
        if (place.equals("body")) {
            return body(name);
        }
        Parsed wrong = new Parsed.Wrong("'" + expression + "' names no part of the "
                + (request
                        ? "request: header, multivalueheader, querystring, multivaluequerystring, path or body."
                        : "response: header, multivalueheader or body."));
        if (name.isEmpty()) {
            return wrong;
        }
        return switch (place) {
            case "header" -> source(new ParameterSource.Header(name));
            case "multivalueheader" -> source(new ParameterSource.MultiValueHeader(name));
            case "querystring" -> request ? source(new ParameterSource.QueryStringParameter(name)) : wrong;
            case "multivaluequerystring" ->
                request ? source(new ParameterSource.MultiValueQueryStringParameter(name)) : wrong;
            case "path" -> request ? source(new ParameterSource.PathParameter(name)) : wrong;
            default -> wrong;
        };
    }

    private static Parsed body(String path) {
        if (path.isEmpty()) {
            return source(new ParameterSource.WholeBody());
        }
        String jsonPath = path.startsWith("$") ? path : "$." + path;
        try {
            JsonPaths.compiled(jsonPath);
            return source(new ParameterSource.BodyPart(jsonPath));
        } catch (TemplateFailure e) {
            return new Parsed.Wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Parsed named(String expression, String prefix, ParameterSource source) {
        return expression.length() > prefix.length()
                ? source(source)
                : new Parsed.Wrong("'" + expression + "' needs a name after the dot.");
    }

    private static Parsed source(ParameterSource source) {
        return new Parsed.Source(source);
    }

    private static String after(String expression, String prefix) {
        return expression.substring(prefix.length());
    }
}
