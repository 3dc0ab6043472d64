package dev.sluice.engine.execution.httpapi;

import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code requestParameters} or {@code responseParameters}, read.
 *
 * @param name of the header or query string parameter; empty for path and status code
 */
record ParameterChange(Action action, Place place, String name, ValueExpression value) {
    enum Action {
        APPEND,
        OVERWRITE,
        REMOVE
    }

    enum Place {
        HEADER,
        QUERYSTRING,
        PATH,
        STATUSCODE
    }

    /** Empty for a key that says nothing the gateway does, or names a header that nobody may map. */
    static Optional<ParameterChange> of(Map.Entry<String, String> entry) {
        String key = entry.getKey();
        int colon = key.indexOf(':');
        Optional<Action> action = colon < 0 ? Optional.empty() : action(key.substring(0, colon));
        String target = key.substring(colon + 1);
        int dot = target.indexOf('.');
        Optional<Place> place = place(dot < 0 ? target : target.substring(0, dot));
        String name = dot < 0 ? "" : target.substring(dot + 1);
        if (action.isEmpty() || place.isEmpty() || !fits(action.get(), place.get(), name)) {
            return Optional.empty();
        }
        return Optional.of(new ParameterChange(action.get(), place.get(), name, ValueExpression.of(entry.getValue())));
    }

    private static boolean fits(Action action, Place place, String name) {
        return switch (place) {
            case HEADER -> !name.isEmpty() && !ReservedHeaders.contains(name);
            case QUERYSTRING -> !name.isEmpty();
            case PATH, STATUSCODE -> name.isEmpty() && action == Action.OVERWRITE;
        };
    }

    private static Optional<Action> action(String word) {
        return switch (word) {
            case "append" -> Optional.of(Action.APPEND);
            case "overwrite" -> Optional.of(Action.OVERWRITE);
            case "remove" -> Optional.of(Action.REMOVE);
            default -> Optional.empty();
        };
    }

    private static Optional<Place> place(String word) {
        return switch (word) {
            case "header" -> Optional.of(Place.HEADER);
            case "querystring" -> Optional.of(Place.QUERYSTRING);
            case "path" -> Optional.of(Place.PATH);
            case "statuscode" -> Optional.of(Place.STATUSCODE);
            default -> Optional.empty();
        };
    }
}
