package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.ParameterSource;
import dev.sluice.engine.execution.mapping.ParameterSource.Resolved;
import dev.sluice.engine.execution.mapping.Passthrough;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method request's parameters and body on their way to an integration (data-plane sections 10.2 to 10.4 and 10.7).
 * What fails becomes the verdict; what succeeds is handed on.
 */
final class RequestMapping {
    private static final String INVALID_JSON = "Invalid JSON in request body";

    private final Integration integration;
    private final Optional<String> illegalHeader;
    private final Map<String, PreparedTemplate> prepared;
    private final List<Parameter> parameters = new ArrayList<>();

    private enum Place {
        HEADER,
        QUERYSTRING,
        PATH
    }

    private record Parameter(Place place, String name, ParameterSource source) {}

    /** What was mapped; each name at most once. */
    record Parameters(Map<String, String> headers, Map<String, String> query, Map<String, String> path) {}

    RequestMapping(Integration integration) {
        this.integration = integration;
        prepared = PreparedTemplate.all(integration.requestTemplates());
        illegalHeader = IllegalHeaders.first(integration.type(), integration.requestParameters());
        integration.requestParameters().forEach((target, expression) -> {
            if (ParameterSource.ofRequest(expression) instanceof ParameterSource.Parsed.Source(var source)) {
                add(target, source);
            }
        });
    }

    private void add(String target, ParameterSource source) {
        for (Place place : Place.values()) {
            String prefix = "integration.request." + place.name().toLowerCase(java.util.Locale.ROOT) + ".";
            if (target.startsWith(prefix)) {
                parameters.add(new Parameter(place, target.substring(prefix.length()), source));
            }
        }
    }

    /** Refuses a mapping that sets a header which only the gateway may set: 500 before anything is called. */
    Verdict legal(Verdict otherwise) {
        return illegalHeader
                .map(name -> Verdict.misconfigured(new Cause.HeaderAlreadyPresent(name)))
                .orElse(otherwise);
    }

    /** Hands on the body: the rendered template of its content type, or the body itself where passthrough allows. */
    Verdict body(Exchange exchange, MappingTemplates templates, Function<Body, Verdict> then) {
        Optional<String> contentType = exchange.request().headers().last("Content-Type");
        Passthrough choice =
                Passthrough.choose(integration.requestTemplates(), integration.passthroughBehavior(), contentType);
        return switch (choice) {
            case Passthrough.RawBody() -> then.apply(exchange.request().body());
            case Passthrough.Unsupported() ->
                Verdict.refuse(
                        GatewayResponseType.UNSUPPORTED_MEDIA_TYPE,
                        "Unsupported Media Type",
                        new Cause.UnsupportedMediaType(contentType.orElse("")));
            case Passthrough.Template chosen -> {
                try {
                    yield then.apply(template(chosen.mediaType()).render(templates, () -> variables(exchange)));
                } catch (TemplateException e) {
                    yield failed(e);
                }
            }
        };
    }

    private PreparedTemplate template(String mediaType) {
        return Objects.requireNonNull(prepared.get(mediaType), "a template that was chosen");
    }

    /** The bodies that are the same for every request. */
    List<Body> fixedBodies() {
        return prepared.values().stream()
                .flatMap(template -> template.fixed().stream())
                .toList();
    }

    private static Verdict failed(TemplateException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.reason()) {
            case BODY_NOT_JSON ->
                Verdict.refuse(GatewayResponseType.DEFAULT_4XX, INVALID_JSON, new Cause.InvalidJsonBody(message));
            case SYNTAX, FAILED, TOO_MUCH_WORK ->
                Verdict.misconfigured(new Cause.TemplateFailed("request", message, e.line(), e.column()));
        };
    }

    /** Hands on the mapped parameters; a source without a value sends nothing. */
    Verdict parameters(Exchange exchange, Function<Parameters, Verdict> then) {
        var mapped = new Parameters(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        if (parameters.isEmpty()) {
            return then.apply(mapped);
        }
        MappingFacts facts = exchange.requestFacts();
        for (Parameter parameter : parameters) {
            switch (parameter.source().resolve(facts)) {
                case Resolved.Absent() -> {}
                case Resolved.Present(String value) -> {
                    Map<String, String> place = switch (parameter.place()) {
                        case HEADER -> mapped.headers();
                        case QUERYSTRING -> mapped.query();
                        case PATH -> mapped.path();
                    };
                    place.put(parameter.name(), value);
                }
                case Resolved.InvalidBody(String detail) -> {
                    return Verdict.refuse(
                            GatewayResponseType.DEFAULT_4XX, INVALID_JSON, new Cause.InvalidJsonBody(detail));
                }
            }
        }
        return then.apply(mapped);
    }

    /** Lays over the parameters what the template has put into {@code $context.requestOverride}. */
    static void override(Exchange exchange, Parameters mapped) {
        if (!exchange.hasContext()) {
            return; // no template has run
        }
        override(exchange, "header", mapped.headers());
        override(exchange, "querystring", mapped.query());
        override(exchange, "path", mapped.path());
    }

    private static void override(Exchange exchange, String part, Map<String, String> mapped) {
        exchange.context().overridden("requestOverride", part).forEach((name, value) -> mapped.put(name, text(value)));
    }

    /** An override given as a list is sent as {@code a,b}. */
    static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    static Headers headers(Map<String, String> mapped) {
        var headers = Headers.builder();
        mapped.forEach(headers::add);
        return headers.build();
    }

    private static TemplateVariables variables(Exchange exchange) {
        return new TemplateVariables(
                exchange.request().body(),
                exchange.pathParameters(),
                exchange.query().lastValues(),
                ForwardedHeaders.forTemplates(exchange.request().headers()),
                exchange.context().asMap(),
                exchange.stage().variables());
    }
}
