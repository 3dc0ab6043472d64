package dev.sluice.engine.execution.integration;

import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.execution.ContextVariables;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.execution.mapping.ParameterSource;
import dev.sluice.engine.execution.mapping.ParameterSource.Resolved;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.journal.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A method request's parameters on their way to an integration (data-plane sections 10.2 to 10.4): headers, query
 * string and path values from their sources, and what a template lays over them.
 */
final class ParameterMapping {
    static final String INVALID_JSON = "Invalid JSON in request body";

    private final List<Parameter> parameters = new ArrayList<>();
    private final Optional<String> illegalHeader;

    private enum Place {
        HEADER,
        QUERYSTRING,
        PATH
    }

    private record Parameter(Place place, String name, ParameterSource source) {}

    /** Collects the mapped parameters of one request. */
    static final class Mapped {
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, List<String>> query = new LinkedHashMap<>();
        private final Map<String, String> path = new LinkedHashMap<>();

        MappedRequest with(Body body) {
            return new MappedRequest(headers, query, path, body);
        }

        private void put(Parameter parameter, List<String> values) {
            switch (parameter.place()) {
                case HEADER -> headers.put(parameter.name(), String.join(",", values));
                case QUERYSTRING -> query.put(parameter.name(), values);
                case PATH -> path.put(parameter.name(), String.join(",", values));
            }
        }

        /** Lays over the parameters what a template has put into {@code $context.requestOverride}. */
        void override(ContextVariables context) {
            override(context, "header", (name, value) -> headers.put(name, text(value)));
            override(context, "path", (name, value) -> path.put(name, text(value)));
            override(context, "querystring", (name, value) -> query.put(name, texts(value)));
        }

        private static void override(ContextVariables context, String part, BiConsumer<String, Object> put) {
            context.overridden("requestOverride", part).forEach(put);
        }
    }

    ParameterMapping(Integration integration) {
        illegalHeader = IllegalHeaders.first(integration.type(), integration.requestParameters());
        integration.requestParameters().forEach((target, expression) -> {
            if (ParameterSource.ofRequest(expression) instanceof ParameterSource.Parsed.Source(var source)) {
                add(target, source);
            }
        });
    }

    private void add(String target, ParameterSource source) {
        for (Place place : Place.values()) {
            String prefix = "integration.request." + place.name().toLowerCase(Locale.ROOT) + ".";
            if (target.startsWith(prefix)) {
                parameters.add(new Parameter(place, target.substring(prefix.length()), source));
            }
        }
    }

    /** Refuses a mapping that sets a header which only the gateway may set: 500 before anything is called. */
    Verdict legal() {
        return illegalHeader
                .map(name -> Verdict.misconfigured(new Cause.HeaderAlreadyPresent(name)))
                .orElse(Verdict.GO);
    }

    /**
     * Collects the parameters. A source without a value sends nothing; a header that only the gateway may set is a 500;
     * a body that is no JSON although a source reads into it is a 400.
     */
    Verdict collect(Exchange exchange, Mapped into) {
        if (illegalHeader.isPresent() || parameters.isEmpty()) {
            return legal();
        }
        MappingFacts facts = exchange.requestFacts();
        for (Parameter parameter : parameters) {
            switch (parameter.source().resolve(facts)) {
                case Resolved.Absent() -> {}
                case Resolved.Present(String value) -> into.put(parameter, List.of(value));
                case Resolved.Several(List<String> values) -> into.put(parameter, values);
                case Resolved.InvalidBody(String detail) -> {
                    return Verdict.refuse(
                            GatewayResponseType.DEFAULT_4XX, INVALID_JSON, new Cause.InvalidJsonBody(detail));
                }
            }
        }
        return Verdict.GO;
    }

    /** An override given as a list is sent as {@code a,b}. */
    static String text(Object value) {
        return String.join(",", texts(value));
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
