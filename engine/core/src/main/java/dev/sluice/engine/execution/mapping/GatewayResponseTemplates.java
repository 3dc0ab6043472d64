package dev.sluice.engine.execution.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of gateway responses. They are not mapping templates: names are replaced by values and nothing else happens
 * (data-plane section 3.4). A name without a value becomes an empty text.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/customize-gateway-responses.html">Gateway
 *     responses</a>
 */
public final class GatewayResponseTemplates {
    private static final String NAME = "(context|stageVariables)\\.([A-Za-z0-9_.-]*[A-Za-z0-9_-])";
    private static final Pattern NAMES = Pattern.compile("\\$\\{" + NAME + "}|\\$" + NAME
            + "|\\$?(method\\.request\\.(?:header|querystring|path)\\.[A-Za-z0-9_-]+)");

    private GatewayResponseTemplates() {}

    /**
     * What {@code $context.error} is.
     *
     * @param message absent for the few types whose message is null
     * @param responseType as in {@code THROTTLED}
     * @param validationErrorString what a model did not like in the body; empty for other errors
     */
    public record GatewayError(Optional<String> message, String responseType, String validationErrorString) {}

    /** The template with all names replaced. */
    public static String render(String template, MappingFacts facts, GatewayError error) {
        Matcher names = NAMES.matcher(template);
        var text = new StringBuilder(template.length() + 64);
        while (names.find()) {
            names.appendReplacement(text, Matcher.quoteReplacement(value(names, facts, error)));
        }
        return names.appendTail(text).toString();
    }

    /** The value of a {@code gatewayresponse.header.NAME} parameter; none if its source has none. */
    public static Optional<String> parameter(String source, MappingFacts facts, GatewayError error) {
        if (source.startsWith("context.error.")) {
            return Optional.of(error(source.substring("context.error.".length()), error));
        }
        return switch (ParameterSource.ofRequest(source)) {
            case ParameterSource.Parsed.Source parsed ->
                parsed.source().resolve(facts).text();
            case ParameterSource.Parsed.Wrong ignored -> Optional.empty();
        };
    }

    private static String value(Matcher names, MappingFacts facts, GatewayError error) {
        String request = names.group(5);
        if (request != null) {
            return parameter(request, facts, error).orElse("");
        }
        boolean braced = names.group(1) != null;
        String name = names.group(braced ? 2 : 4);
        if (names.group(braced ? 1 : 3).equals("stageVariables")) {
            return orEmpty(facts.stageVariable(name));
        }
        if (name.equals("error.validationErrorString")) {
            // Templates put it between quotes, and it quotes the names of members.
            String quoted = quoted(error.validationErrorString());
            return quoted.substring(1, quoted.length() - 1);
        }
        return name.startsWith("error.")
                ? error(name.substring("error.".length()), error)
                : orEmpty(ParameterSource.text(facts.context(name)));
    }

    private static String error(String name, GatewayError error) {
        return switch (name) {
            case "message" -> error.message().orElse("null");
            case "messageString" ->
                error.message().map(GatewayResponseTemplates::quoted).orElse("null");
            case "responseType" -> error.responseType();
            case "validationErrorString" -> error.validationErrorString();
            default -> "";
        };
    }

    private static String quoted(String message) {
        var text = new StringBuilder(message.length() + 2);
        TemplateText.quote(message, text);
        return text.toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The source of each header that the parameters set, by header name. */
    public static Map<String, String> headers(Map<String, String> responseParameters) {
        var headers = new java.util.LinkedHashMap<String, String>();
        String prefix = "gatewayresponse.header.";
        responseParameters.forEach((name, source) -> {
            if (name.startsWith(prefix)) {
                headers.put(name.substring(prefix.length()), source);
            }
        });
        return headers;
    }
}
