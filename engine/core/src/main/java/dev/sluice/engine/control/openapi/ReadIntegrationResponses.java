package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.ContentHandling;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.execution.mapping.LinearPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads an integration's responses: {@code default}, or a regular expression for the endpoint's status. */
final class ReadIntegrationResponses {
    /** Name of the response that has no selection pattern. */
    static final String DEFAULT = "default";

    private final Reading reading;

    ReadIntegrationResponses(Reading reading) {
        this.reading = reading;
    }

    List<IntegrationResponse> responses(Fields integration) {
        var responses = new ArrayList<IntegrationResponse>();
        Fields byPattern = integration.fields("responses");
        for (String pattern : byPattern.mapping().members().keySet()) {
            if (isPattern(pattern, byPattern)) {
                byPattern
                        .node(pattern)
                        .flatMap(node -> reading.object(node, byPattern.path(pattern)))
                        .flatMap(fields -> response(pattern, fields))
                        .ifPresent(responses::add);
            }
        }
        return responses;
    }

    private static boolean isPattern(String pattern, Fields byPattern) {
        try {
            Pattern.compile(pattern);
            warnIfNotMatchedHere(pattern, byPattern);
            return true;
        } catch (PatternSyntaxException e) {
            byPattern.error(
                    pattern,
                    "The selection pattern is no regular expression: " + e.getDescription()
                            + ". The response was left out.");
            return false;
        }
    }

    /** What only Java's own expressions can do is kept and written back, but chooses nothing. */
    private static void warnIfNotMatchedHere(String pattern, Fields byPattern) {
        try {
            LinearPattern.of(pattern);
        } catch (LinearPattern.BadPattern e) {
            byPattern.warning(pattern, e.getMessage() + " API Gateway takes it; here this response is never chosen.");
        }
    }

    private static Optional<IntegrationResponse> response(String pattern, Fields fields) {
        Optional<String> status = fields.requiredText("statusCode").filter(text -> isValid(text, fields));
        Optional<String> selection =
                pattern.equals(DEFAULT) || pattern.isEmpty() ? Optional.empty() : Optional.of(pattern);
        var parameters = fields.texts("responseParameters");
        var templates = fields.texts("responseTemplates");
        var contentHandling = fields.constant("contentHandling", ContentHandling.class);
        fields.done();
        return status.map(code -> new IntegrationResponse(code, selection, parameters, templates, contentHandling));
    }

    private static boolean isValid(String text, Fields fields) {
        boolean valid = StatusCode.isValid(text);
        if (!valid) {
            fields.error(
                    "statusCode", "\"" + text + "\" is no status code from 100 to 599. The response was left out.");
        }
        return valid;
    }
}
