package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which method a path and an HTTP method lead to (data-plane section 4).
 *
 * <p>At each level a literal segment is tried before <code>{param}</code> and that before <code>{proxy+}</code>; a
 * branch that does not end in the wanted method is left again, because AWS resolves the pair of resource and method.
 *
 * @param <M> what a route leads to
 */
public final class RouteTree<M> {
    private final Node<M> root = new Node<>();

    /** Adds a route; building only. */
    public void add(String path, String httpMethod, M method) {
        Node<M> node = root;
        for (String segment : segments(path)) {
            node = node.child(segment);
        }
        node.methods.put(httpMethod, method);
    }

    /**
     * Finds the method.
     *
     * @param path raw path within the stage, with a leading slash
     * @param trailingSlashIgnored whether {@code /users/} is {@code /users}
     */
    public Optional<Match<M>> find(String path, String httpMethod, boolean trailingSlashIgnored) {
        List<String> segments = segments(path);
        if (trailingSlashIgnored && !segments.isEmpty() && segments.getLast().isEmpty()) {
            segments = segments.subList(0, segments.size() - 1);
        }
        var parameters = new LinkedHashMap<String, String>(4);
        M method = root.find(segments, 0, httpMethod, parameters);
        return method == null ? Optional.empty() : Optional.of(new Match<>(method, parameters));
    }

    /** Path segments; the root has none, a trailing slash gives an empty last one. */
    private static List<String> segments(String path) {
        var segments = new ArrayList<String>(6);
        int start = 1;
        while (start <= path.length() && path.length() > 1) {
            int end = path.indexOf('/', start);
            if (end < 0) {
                segments.add(path.substring(start));
                break;
            }
            segments.add(path.substring(start, end));
            start = end + 1;
        }
        return segments;
    }

    /** @param pathParameters values as sent, percent escapes kept */
    public record Match<M>(M method, Map<String, String> pathParameters) {}

    private static final class Node<M> {
        private final Map<String, Node<M>> literals = new HashMap<>();
        private final Map<String, M> methods = new HashMap<>();
        private @Nullable Branch<M> parameter;
        private @Nullable Branch<M> greedy;

        private record Branch<M>(String name, Node<M> node) {}

        Node<M> child(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, unused -> new Node<>());
            }
            boolean isGreedy = segment.endsWith("+}");
            String name = segment.substring(1, segment.length() - (isGreedy ? 2 : 1));
            Branch<M> known = isGreedy ? greedy : parameter;
            Branch<M> branch = known == null ? new Branch<>(name, new Node<>()) : known;
            if (isGreedy) {
                greedy = branch;
            } else {
                parameter = branch;
            }
            return branch.node;
        }

        @Nullable
        M find(List<String> segments, int at, String httpMethod, Map<String, String> parameters) {
            if (at == segments.size()) {
                M method = methods.get(httpMethod);
                return method != null ? method : methods.get(Method.ANY);
            }
            String segment = segments.get(at);
            Node<M> literal = literals.get(segment);
            if (literal != null) {
                M method = literal.find(segments, at + 1, httpMethod, parameters);
                if (method != null) {
                    return method;
                }
            }
            if (parameter != null && !segment.isEmpty()) {
                M method = through(parameter, segment, segments, at + 1, httpMethod, parameters);
                if (method != null) {
                    return method;
                }
            }
            if (greedy == null) {
                return null;
            }
            String rest = String.join("/", segments.subList(at, segments.size()));
            String value = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
            return value.isEmpty() ? null : through(greedy, value, segments, segments.size(), httpMethod, parameters);
        }

        private @Nullable M through(
                Branch<M> branch,
                String value,
                List<String> segments,
                int next,
                String httpMethod,
                Map<String, String> parameters) {
            parameters.put(branch.name, value);
            M method = branch.node.find(segments, next, httpMethod, parameters);
            if (method == null) {
                parameters.remove(branch.name);
            }
            return method;
        }
    }
}
