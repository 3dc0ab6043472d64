package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Operations by HTTP method and path template. Segments are told apart before they are decoded, so that an encoded
 * slash stays part of its segment (a tag's ARN). Where two templates fit, the one with more fixed segments wins; where
 * they are the same, the one whose query parameter is there ({@code ?mode=import}).
 */
public final class RestTable<T> {
    private record Route<T>(String method, List<String> template, Map<String, String> query, T operation) {}

    /** The operation that a request names. */
    public record Match<T>(T operation, RestCall call) {}

    private final List<Route<T>> routes = new ArrayList<>();

    /** @param template {@code /restapis/{restapi_id}/stages}; may end with {@code ?mode=import} */
    public RestTable<T> add(String method, String template, T operation) {
        int mark = template.indexOf('?');
        String path = mark < 0 ? template : template.substring(0, mark);
        var query = new LinkedHashMap<String, String>();
        if (mark >= 0) {
            QueryText.read(template.substring(mark + 1)).forEach((name, values) -> query.put(name, values.getFirst()));
        }
        routes.add(new Route<>(method, segments(path), query, operation));
        return this;
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    public Optional<Match<T>> match(HttpRequest request, long nowNanos) {
        List<String> path = segments(request.rawPath());
        Map<String, List<String>> query = QueryText.read(request.rawQuery());
        Route<T> best = null;
        for (Route<T> route : routes) {
            if (route.method().equals(request.method())
                    && fits(route, path, query)
                    && (best == null || weight(route) > weight(best))) {
                best = route;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(
                        new Match<>(best.operation(), new RestCall(request, labels(best, path), query, nowNanos)));
    }

    private static int weight(Route<?> route) {
        int fixed = 0;
        for (String segment : route.template()) {
            fixed += isLabel(segment) ? 0 : 2;
        }
        return fixed + route.query().size();
    }

    private static boolean fits(Route<?> route, List<String> path, Map<String, List<String>> query) {
        if (route.template().size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            String segment = route.template().get(i);
            if (!isLabel(segment) && !segment.equals(path.get(i))) {
                return false;
            }
        }
        return route.query().entrySet().stream()
                .allMatch(
                        wanted -> query.getOrDefault(wanted.getKey(), List.of()).contains(wanted.getValue()));
    }

    private static Map<String, String> labels(Route<?> route, List<String> path) {
        var labels = new LinkedHashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            String segment = route.template().get(i);
            if (isLabel(segment)) {
                labels.put(segment.substring(1, segment.length() - 1), QueryText.decoded(path.get(i)));
            }
        }
        return labels;
    }

    private static boolean isLabel(String segment) {
        return segment.startsWith("{");
    }

    /** A final slash names nothing. */
    private static List<String> segments(String path) {
        var segments = new ArrayList<>(List.of(path.substring(1).split("/", -1)));
        if (segments.size() > 1 && segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        return segments;
    }
}
