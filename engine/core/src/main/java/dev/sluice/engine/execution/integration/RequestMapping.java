package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.integration.ContentConversion.Converted;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.Passthrough;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.journal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method request on its way to an integration: parameters, content handling, template or passthrough, overrides
 * (data-plane sections 10.2 to 10.4, 10.7 and 10.8). What fails becomes the verdict; what succeeds is handed on.
 */
final class RequestMapping {
    private final Integration integration;
    private final ContentConversion conversion;
    private final ParameterMapping parameters;
    private final Map<String, PreparedTemplate> prepared;

    RequestMapping(Integration integration, ApiDefinition definition) {
        this.integration = integration;
        conversion = new ContentConversion(new BinaryMediaTypes(definition.binaryMediaTypes()));
        parameters = new ParameterMapping(integration);
        prepared = PreparedTemplate.all(integration.requestTemplates());
    }

    /** Maps parameters and body, for the types that are no proxy. */
    Verdict map(Exchange exchange, MappingTemplates templates, Function<MappedRequest, Verdict> then) {
        var mapped = new ParameterMapping.Mapped();
        Verdict collected = parameters.collect(exchange, mapped);
        if (!(collected instanceof Verdict.Go)) {
            return collected;
        }
        return body(exchange, templates, body -> {
            if (exchange.hasContext()) {
                mapped.override(exchange.context());
            }
            return then.apply(mapped.with(body));
        });
    }

    /** Maps the parameters and converts the body; no template is asked. */
    Verdict passThrough(Exchange exchange, Function<MappedRequest, Verdict> then) {
        var mapped = new ParameterMapping.Mapped();
        Verdict collected = parameters.collect(exchange, mapped);
        if (!(collected instanceof Verdict.Go)) {
            return collected;
        }
        return converted(exchange, converted -> then.apply(mapped.with(converted.body())));
    }

    /** Hands on the body: the rendered template of its content type, or the body itself where passthrough allows. */
    Verdict body(Exchange exchange, MappingTemplates templates, Function<Body, Verdict> then) {
        Optional<String> contentType = exchange.request().headers().last("Content-Type");
        Passthrough choice =
                Passthrough.choose(integration.requestTemplates(), integration.passthroughBehavior(), contentType);
        return switch (choice) {
            case Passthrough.RawBody() -> converted(exchange, converted -> then.apply(converted.body()));
            case Passthrough.Unsupported() ->
                Verdict.refuse(
                        GatewayResponseType.UNSUPPORTED_MEDIA_TYPE,
                        "Unsupported Media Type",
                        new Cause.UnsupportedMediaType(contentType.orElse("")));
            case Passthrough.Template chosen ->
                converted(exchange, converted -> rendered(chosen.mediaType(), exchange, templates, converted, then));
        };
    }

    /** Refuses a mapping that sets a header which only the gateway may set: 500 before anything is called. */
    Verdict legal() {
        return parameters.legal();
    }

    private Verdict converted(Exchange exchange, Function<Converted, Verdict> then) {
        return conversion
                .forEndpoint(
                        integration.contentHandling(),
                        exchange.request().headers(),
                        exchange.request().body())
                .map(then)
                .orElseGet(() -> Verdict.misconfigured(new Cause.BodyNotBase64("request")));
    }

    private Verdict rendered(
            String mediaType,
            Exchange exchange,
            MappingTemplates templates,
            Converted converted,
            Function<Body, Verdict> then) {
        if (converted.isBinary()) {
            return Verdict.misconfigured(new Cause.TemplateOnBinary("request"));
        }
        try {
            return then.apply(template(mediaType).render(templates, () -> variables(exchange, converted.body())));
        } catch (TemplateException e) {
            return failed(e);
        }
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
                Verdict.refuse(
                        GatewayResponseType.DEFAULT_4XX,
                        ParameterMapping.INVALID_JSON,
                        new Cause.InvalidJsonBody(message));
            case SYNTAX, FAILED, TOO_MUCH_WORK ->
                Verdict.misconfigured(new Cause.TemplateFailed("request", message, e.line(), e.column()));
        };
    }

    private static TemplateVariables variables(Exchange exchange, Body body) {
        return new TemplateVariables(
                body,
                exchange.pathParameters(),
                exchange.query().lastValues(),
                ForwardedHeaders.forTemplates(exchange.request().headers()),
                exchange.context().asMap(),
                exchange.stage().variables());
    }
}
