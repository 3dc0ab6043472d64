package dev.sluice.engine.execution.validation;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A parameter that has to be there with a value that is not blank (data-plane section 7). Names are compared with case;
 * of a repeated parameter one value is enough.
 */
record RequiredParameter(Place place, String name) {
    enum Place {
        HEADER("method.request.header."),
        PATH("method.request.path."),
        QUERYSTRING("method.request.querystring.");

        private final String prefix;

        Place(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * The required ones in the order in which the message lists them: header, path, query string, each by name.
     *
     * @param requestParameters {@code method.request.header|querystring|path.NAME} to whether it is required
     */
    static List<RequiredParameter> of(Map<String, Boolean> requestParameters) {
        var required = new ArrayList<RequiredParameter>();
        new TreeMap<>(requestParameters).forEach((key, isRequired) -> {
            for (Place place : Place.values()) {
                if (isRequired && key.startsWith(place.prefix)) {
                    required.add(new RequiredParameter(place, key.substring(place.prefix.length())));
                }
            }
        });
        return List.copyOf(required);
    }

    boolean isMissing(Exchange exchange) {
        return switch (place) {
            case HEADER -> isMissing(exchange.request().headers());
            case PATH -> exchange.pathParameters().getOrDefault(name, "").isBlank();
            case QUERYSTRING -> exchange.query().all(name).stream().allMatch(String::isBlank);
        };
    }

    private boolean isMissing(Headers headers) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equals(name) && !headers.value(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
