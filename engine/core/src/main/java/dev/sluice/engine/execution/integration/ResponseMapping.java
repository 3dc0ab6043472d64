package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ContentHandling;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.integration.ContentConversion.Converted;
import dev.sluice.engine.execution.mapping.AcceptedTemplate;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.execution.mapping.ParameterSource;
import dev.sluice.engine.execution.mapping.ParameterSource.Resolved;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Cause;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An endpoint response on its way to the client, for the integration types that map (data-plane sections 10.5, 10.6,
 * 10.8 and 10.9): selection, content handling, template, headers, overrides.
 */
final class ResponseMapping {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final String HEADER = "method.response.header.";

    private final Method method;
    private final ContentConversion conversion;
    private final ResponseSelection selection;
    private final Map<IntegrationResponse, Prepared> prepared = new IdentityHashMap<>();

    /** What an integration response says, read once. */
    private record Prepared(
            int status,
            Optional<ContentHandling> contentHandling,
            Map<String, PreparedTemplate> templates,
            Map<String, ParameterSource> headerSources) {
        static Prepared of(IntegrationResponse response) {
            int status = isStatus(response.statusCode()) ? Integer.parseInt(response.statusCode()) : 500;
            return new Prepared(
                    status,
                    response.contentHandling(),
                    PreparedTemplate.all(response.responseTemplates()),
                    sources(response));
        }
    }

    ResponseMapping(Method method, ApiDefinition definition) {
        this.method = method;
        conversion = new ContentConversion(new BinaryMediaTypes(definition.binaryMediaTypes()));
        selection = ResponseSelection.of(method.integration().integrationResponses());
        for (IntegrationResponse response : method.integration().integrationResponses()) {
            prepared.put(response, Prepared.of(response));
        }
    }

    private static Map<String, ParameterSource> sources(IntegrationResponse response) {
        var sources = new LinkedHashMap<String, ParameterSource>();
        response.responseParameters().forEach((target, expression) -> {
            if (target.startsWith(HEADER)
                    && ParameterSource.ofResponse(expression) instanceof ParameterSource.Parsed.Source(var source)) {
                sources.put(target.substring(HEADER.length()), source);
            }
        });
        return sources;
    }

    /** Selects by the endpoint's status. */
    Verdict byStatus(Exchange exchange, MappingTemplates templates) {
        String status = Integer.toString(exchange.endpointResponse().status());
        return map(exchange, templates, selection.choose(status));
    }

    /** Selects by the message of a function that failed; without one only the default response is meant. */
    Verdict byErrorMessage(Exchange exchange, MappingTemplates templates, Optional<String> errorMessage) {
        return map(
                exchange,
                templates,
                errorMessage.isEmpty() ? selection.byDefault() : selection.choose(errorMessage.get()));
    }

    private Verdict map(Exchange exchange, MappingTemplates templates, Optional<IntegrationResponse> chosen) {
        if (chosen.isEmpty()) {
            String status = Integer.toString(exchange.endpointResponse().status());
            return Verdict.misconfigured(new Cause.NoOutputMapping(status));
        }
        String statusCode = chosen.get().statusCode();
        // An API that declares no response at all leaves nothing to check against: many documents are written so.
        if (!method.methodResponses().isEmpty() && !method.methodResponses().containsKey(statusCode)) {
            return Verdict.misconfigured(new Cause.InvalidMethodResponse(statusCode));
        }
        return map(exchange, templates, Objects.requireNonNull(prepared.get(chosen.get())));
    }

    private Verdict map(Exchange exchange, MappingTemplates templates, Prepared chosen) {
        EndpointResponse endpoint = exchange.endpointResponse();
        return conversion
                .forClient(chosen.contentHandling(), exchange.request().headers(), endpoint.headers(), endpoint.body())
                .map(converted -> map(exchange, templates, endpoint, converted, chosen))
                .orElseGet(() -> Verdict.misconfigured(new Cause.BodyNotBase64("response")));
    }

    private Verdict map(
            Exchange exchange,
            MappingTemplates templates,
            EndpointResponse endpoint,
            Converted converted,
            Prepared chosen) {
        String mediaType = AcceptedTemplate.mediaType(
                chosen.templates(), exchange.request().headers());
        PreparedTemplate template = chosen.templates().get(mediaType);
        Body body = converted.body();
        if (template != null) {
            if (converted.isBinary()) {
                return Verdict.misconfigured(new Cause.TemplateOnBinary("response"));
            }
            try {
                body = template.render(templates, () -> variables(exchange, converted.body()));
            } catch (TemplateException e) {
                return Verdict.misconfigured(
                        new Cause.TemplateFailed("response", String.valueOf(e.getMessage()), e.line(), e.column()));
            }
        }
        Headers.Builder headers = Headers.builder().add(CONTENT_TYPE, template == null ? JSON : mediaType);
        Verdict mapped = headers(exchange, endpoint, chosen.headerSources(), headers);
        if (mapped instanceof Verdict.Go) {
            exchange.mapped(new MethodResponse(status(exchange, chosen.status()), headers.build(), body));
        }
        return mapped;
    }

    private static Verdict headers(
            Exchange exchange,
            EndpointResponse endpoint,
            Map<String, ParameterSource> sources,
            Headers.Builder headers) {
        if (!sources.isEmpty()) {
            var facts = new MappingFacts(
                    endpoint.headers(),
                    Map.of(),
                    Map.of(),
                    endpoint.body(),
                    exchange.context().asMap(),
                    exchange.stage().variables());
            for (Map.Entry<String, ParameterSource> entry : sources.entrySet()) {
                Resolved value = entry.getValue().resolve(facts);
                if (value instanceof Resolved.InvalidBody(String detail)) {
                    return Verdict.misconfigured(new Cause.InvalidJsonBody(detail));
                }
                value.text().ifPresent(text -> set(headers, entry.getKey(), text));
            }
        }
        if (exchange.hasContext()) {
            exchange.context()
                    .overridden("responseOverride", "header")
                    .forEach((name, value) -> set(headers, name, ParameterMapping.text(value)));
        }
        return Verdict.GO;
    }

    private static void set(Headers.Builder headers, String name, String value) {
        RemappedHeaders.whenMapped(name).ifPresent(sent -> headers.set(sent, value));
    }

    private static int status(Exchange exchange, int otherwise) {
        Optional<String> override = exchange.hasContext() ? exchange.context().statusOverride() : Optional.empty();
        return override.filter(ResponseMapping::isStatus).map(Integer::parseInt).orElse(otherwise);
    }

    /** 100 to 599; an override with anything else is ignored (recorded). */
    private static boolean isStatus(String text) {
        return text.length() == 3
                && text.charAt(0) >= '1'
                && text.charAt(0) <= '5'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
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
