package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parameter mapping of one message, prepared: changes to its headers, query string, path and status code. */
final class MappedParameters {
    private final List<ParameterChange> changes;

    MappedParameters(Map<String, String> parameters) {
        changes = parameters.entrySet().stream()
                .map(ParameterChange::of)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What the mapping makes of a message. */
    final class Applied {
        private final MappingFacts facts;
        private final String requestPath;

        private Applied(MappingFacts facts, String requestPath) {
            this.facts = facts;
            this.requestPath = requestPath;
        }

        void headers(Headers.Builder headers) {
            each(ParameterChange.Place.HEADER, (change, value) -> {
                switch (change.action()) {
                    case APPEND -> value.ifPresent(text -> headers.add(change.name(), text));
                    case OVERWRITE -> value.ifPresent(text -> headers.set(change.name(), text));
                    case REMOVE -> headers.remove(change.name());
                }
            });
        }

        void query(RawQuery query) {
            each(ParameterChange.Place.QUERYSTRING, (change, value) -> {
                switch (change.action()) {
                    case APPEND -> value.ifPresent(text -> query.append(change.name(), text));
                    case OVERWRITE ->
                        value.ifPresent(text -> {
                            query.remove(change.name());
                            query.append(change.name(), text);
                        });
                    case REMOVE -> query.remove(change.name());
                }
            });
        }

        /** The text that replaces the path. */
        Optional<String> path() {
            return last(ParameterChange.Place.PATH);
        }

        /** The text that replaces the status code. */
        Optional<String> statusCode() {
            return last(ParameterChange.Place.STATUSCODE);
        }

        private Optional<String> last(ParameterChange.Place place) {
            return changes.stream()
                    .filter(change -> change.place() == place)
                    .map(change -> change.value().value(facts, requestPath))
                    .flatMap(Optional::stream)
                    .reduce((first, second) -> second);
        }

        private void each(ParameterChange.Place place, Change action) {
            for (ParameterChange change : changes) {
                if (change.place() == place) {
                    action.apply(change, change.value().value(facts, requestPath));
                }
            }
        }
    }

    @FunctionalInterface
    private interface Change {
        void apply(ParameterChange change, Optional<String> value);
    }

    /** Over the client's request. */
    Applied toRequest(Exchange exchange) {
        return to(exchange, exchange.request().headers(), exchange.request().body());
    }

    /** Over an integration's answer. */
    Applied toResponse(Exchange exchange, Headers headers, Body body) {
        return to(exchange, headers, body);
    }

    private Applied to(Exchange exchange, Headers headers, Body body) {
        return new Applied(RequestFacts.of(exchange, headers, body), exchange.path());
    }
}
