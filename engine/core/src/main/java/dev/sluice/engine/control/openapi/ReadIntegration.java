package dev.sluice.engine.control.openapi;

import static dev.sluice.engine.control.Problem.Severity.WARNING;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.ContentHandling;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.PassthroughBehavior;
import dev.sluice.engine.definition.Integration.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code x-amazon-apigateway-integration}. Absent if nothing could be called with what it says. */
final class ReadIntegration {
    private static final int SHORTEST_TIMEOUT_MILLIS = 50;

    /** The longest wait API Gateway raises a timeout to on request, in milliseconds. */
    private static final int LONGEST_TIMEOUT_MILLIS = 300_000;

    private static final Pattern CACHE_KEY =
            Pattern.compile("(method|integration)\\.request\\.((multivalue)?(header|querystring)|path)\\..+");

    private final Reading reading;
    private final Position at;
    private final IntegrationUri uris;

    /** @param at where the extension's name stands */
    ReadIntegration(Reading reading, Position at) {
        this.reading = reading;
        this.at = at;
        this.uris = new IntegrationUri(reading);
    }

    Optional<Integration> integration(Fields fields) {
        Optional<Type> type = type(fields);
        Optional<String> connectionId = connectionId(fields);
        boolean unusable = type.isEmpty() || connectionId.equals(Optional.of(""));
        Optional<String> uri = unusable ? Optional.of("") : uris.uri(type.get(), fields);
        Optional<String> credentials = fields.text("credentials").map(uris::substitute);
        var integration = new Integration(
                type.orElse(Type.MOCK),
                unusable ? "" : httpMethod(type.get(), fields),
                uri.orElse(""),
                connectionId,
                credentials,
                fields.texts("requestParameters"),
                fields.texts("requestTemplates"),
                fields.constant("passthroughBehavior", PassthroughBehavior.class)
                        .orElse(PassthroughBehavior.WHEN_NO_MATCH),
                fields.constant("contentHandling", ContentHandling.class),
                timeout(fields),
                fields.text("cacheNamespace"),
                cacheKeyParameters(fields),
                insecureSkipVerification(fields),
                new ReadIntegrationResponses(reading).responses(fields));
        reportTheRest(fields);
        return unusable || uri.isEmpty() ? Optional.empty() : Optional.of(integration);
    }

    private Optional<Type> type(Fields fields) {
        String text = fields.text("type").orElse("").toUpperCase(Locale.ROOT);
        for (Type type : Type.values()) {
            if (type.name().equals(text)) {
                return Optional.of(type);
            }
        }
        fields.skip(Set.of("uri", "httpMethod"));
        String what = text.isEmpty() ? "The integration has no type" : "\"" + text + "\" is no integration type";
        reading.problems()
                .error(
                        at,
                        fields.path("type"),
                        what + ". The method was left out; use one of " + List.of(Type.values()) + ".");
        return Optional.empty();
    }

    /** Empty text if a VPC link is asked for but not named. */
    private Optional<String> connectionId(Fields fields) {
        Optional<String> connectionType = fields.text("connectionType");
        Optional<String> connectionId = fields.text("connectionId");
        boolean vpcLink = connectionType.map("VPC_LINK"::equalsIgnoreCase).orElse(connectionId.isPresent());
        connectionType
                .filter(text -> !text.equalsIgnoreCase("VPC_LINK") && !text.equalsIgnoreCase("INTERNET"))
                .ifPresent(text -> fields.error(
                        "connectionType", "\"" + text + "\" is neither INTERNET nor VPC_LINK; INTERNET is taken."));
        if (!vpcLink) {
            return Optional.empty();
        }
        if (connectionId.isEmpty()) {
            fields.error("connectionType", "A VPC_LINK needs a connectionId. The method was left out.");
        }
        return Optional.of(connectionId.orElse(""));
    }

    private static String httpMethod(Type type, Fields fields) {
        String method = fields.text("httpMethod").orElse("").toUpperCase(Locale.ROOT);
        return switch (type) {
            case MOCK -> "";
            case HTTP, HTTP_PROXY -> {
                if (method.isEmpty()) {
                    fields.warning(
                            "httpMethod",
                            "httpMethod is missing, which API Gateway refuses; the client's own is taken.");
                }
                yield method.equals("ANY") ? "" : method;
            }
            case AWS, AWS_PROXY -> {
                if (method.isEmpty()) {
                    fields.warning("httpMethod", "httpMethod is missing, which API Gateway refuses; POST is taken.");
                }
                yield method.isEmpty() ? "POST" : method;
            }
        };
    }

    private static List<String> cacheKeyParameters(Fields fields) {
        List<String> parameters = fields.textItems("cacheKeyParameters");
        for (String parameter : parameters) {
            if (!CACHE_KEY.matcher(parameter).matches()) {
                fields.error(
                        "cacheKeyParameters",
                        "\"" + parameter
                                + "\" is no parameter of a request, as method.request.querystring.NAME is. It does not tell cached answers apart.");
            }
        }
        return parameters;
    }

    private int timeout(Fields fields) {
        boolean raisable = reading.settings().timeoutCeiling() == TimeoutCeiling.RAISABLE;
        int longest = raisable ? LONGEST_TIMEOUT_MILLIS : Integration.DEFAULT_TIMEOUT_MILLIS;
        int timeout = fields.whole("timeoutInMillis", SHORTEST_TIMEOUT_MILLIS, longest)
                .map(Long::intValue)
                .orElse(Integration.DEFAULT_TIMEOUT_MILLIS);
        if (timeout > Integration.DEFAULT_TIMEOUT_MILLIS) {
            fields.warning(
                    "timeoutInMillis",
                    "AWS allows more than 29000 ms only after a quota increase, and only for Regional and private APIs.");
        }
        return timeout;
    }

    private static boolean insecureSkipVerification(Fields fields) {
        Fields tlsConfig = fields.fields("tlsConfig");
        boolean skip = tlsConfig.flag("insecureSkipVerification").orElse(false);
        tlsConfig.done();
        return skip;
    }

    private static void reportTheRest(Fields fields) {
        fields.lost("responseTransferMode", WARNING, "Responses are sent whole, never as a stream.");
        fields.lost("integrationTarget", WARNING, "integrationTarget is not supported; the VPC link's targets answer.");
        fields.lost("payloadFormatVersion", WARNING, "A REST API always sends payload format 1.0.");
        fields.lost("integrationSubtype", WARNING, "This is for HTTP APIs; a REST API does not read it.");
        fields.done();
    }
}
