package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.execution.mapping.ParameterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value of HTTP API parameter mapping: text with references {@code $request.header.NAME}, {@code $context.NAME},
 * {@code $stageVariables.NAME} and the like; <code>${request.path.id}</code> ends a name where more text follows, and
 * {@code \$} is a dollar sign. What is no reference stays as it is.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html">Parameter
 *     mapping</a>
 */
final class ValueExpression {
    private final List<Part> parts;

    private ValueExpression(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private sealed interface Part {
        record Text(String text) implements Part {}

        /** The request path without the stage. */
        record RequestPath() implements Part {}

        record Source(ParameterSource source) implements Part {}
    }

    static ValueExpression of(String text) {
        var parts = new ArrayList<Part>();
        var plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("\\$", at)) {
                plain.append('$');
                at += 2;
                continue;
            }
            int end = referenceEnd(text, at);
            Optional<Part> part = end > at ? part(name(text, at, end)) : Optional.empty();
            if (part.isPresent()) {
                flush(plain, parts);
                parts.add(part.get());
                at = end;
            } else {
                plain.append(text.charAt(at++));
            }
        }
        flush(plain, parts);
        return new ValueExpression(parts);
    }

    /**
     * The value; empty if it is one reference that leads nowhere. Within a text such a reference is empty.
     *
     * @param facts header names in lower case
     * @param requestPath without the stage
     */
    Optional<String> value(MappingFacts facts, String requestPath) {
        if (parts.size() == 1) {
            return value(parts.getFirst(), facts, requestPath);
        }
        var text = new StringBuilder();
        parts.forEach(part -> text.append(value(part, facts, requestPath).orElse("")));
        return Optional.of(text.toString());
    }

    private static Optional<String> value(Part part, MappingFacts facts, String requestPath) {
        return switch (part) {
            case Part.Text(String text) -> Optional.of(text);
            case Part.RequestPath() -> Optional.of(requestPath);
            case Part.Source(ParameterSource source) -> source.resolve(facts).text();
        };
    }

    private static void flush(StringBuilder plain, List<Part> parts) {
        if (!plain.isEmpty()) {
            parts.add(new Part.Text(plain.toString()));
            plain.setLength(0);
        }
    }

    /** Index after the reference that starts here; {@code at} itself if none does. */
    private static int referenceEnd(String text, int at) {
        if (text.charAt(at) != '$' || at + 1 == text.length()) {
            return at;
        }
        if (text.charAt(at + 1) == '{') {
            return text.indexOf('}', at) + 1;
        }
        int end = at + 1;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end == at + 1 ? at : end;
    }

    private static String name(String text, int at, int end) {
        return text.charAt(at + 1) == '{' ? text.substring(at + 2, end - 1) : text.substring(at + 1, end);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "._-[]*'@".indexOf(c) >= 0;
    }

    /** The reference, in the words of REST API parameter mapping, which finds the same things. */
    private static Optional<Part> part(String name) {
        if (name.equals("request.path")) {
            return Optional.of(new Part.RequestPath());
        }
        int dot = name.indexOf('.', name.indexOf('.') + 1);
        String root = dot < 0 ? name : name.substring(0, dot);
        String rest = dot < 0 ? "" : name.substring(dot + 1);
        if (name.startsWith("context.") || name.startsWith("stageVariables.")) {
            return source(ParameterSource.ofRequest(name));
        }
        return switch (root) {
            case "request.header" ->
                source(ParameterSource.ofRequest("method.request.multivalueheader." + rest.toLowerCase(Locale.ROOT)));
            case "request.querystring" ->
                source(ParameterSource.ofRequest("method.request.multivaluequerystring." + rest));
            case "request.path" -> source(ParameterSource.ofRequest("method.request.path." + rest));
            case "request.body" -> source(ParameterSource.ofRequest("method.request.body" + below(rest)));
            case "response.header" ->
                source(ParameterSource.ofResponse(
                        "integration.response.multivalueheader." + rest.toLowerCase(Locale.ROOT)));
            case "response.body" -> source(ParameterSource.ofResponse("integration.response.body" + below(rest)));
            default -> Optional.empty();
        };
    }

    private static String below(String rest) {
        return rest.isEmpty() ? "" : "." + rest;
    }

    private static Optional<Part> source(ParameterSource.Parsed parsed) {
        return switch (parsed) {
            case ParameterSource.Parsed.Source(ParameterSource source) -> Optional.of(new Part.Source(source));
            case ParameterSource.Parsed.Wrong(String sentence) -> Optional.empty();
        };
    }
}
