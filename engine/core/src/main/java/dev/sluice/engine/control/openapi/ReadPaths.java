package dev.sluice.engine.control.openapi;

import static dev.sluice.engine.control.Problem.Severity.WARNING;

import dev.sluice.engine.control.StableId;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Member;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the paths into resources in the document's order. The root and whatever lies between a path and the root
 * becomes a resource without methods, before its first child (control-plane section 7.2).
 */
final class ReadPaths {
    /** API Gateway allows 300 resources and raises that on request; a document with more than this is no API. */
    private static final int MOST_RESOURCES = 10_000;

    private static final String ANY_METHOD = "x-amazon-apigateway-any-method";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    private record AcceptedPath(PathTemplate template, String name, Member item) {}

    private final Reading reading;
    private final SecuritySchemes schemes;
    private final Map<String, AcceptedPath> accepted = new LinkedHashMap<>();
    private final Map<String, String> pathByShape = new HashMap<>();

    ReadPaths(Reading reading, SecuritySchemes schemes) {
        this.schemes = schemes;
        this.reading = reading;
    }

    List<Resource> resources(Mapping paths) {
        paths.members().forEach(this::accept);
        var order = new LinkedHashSet<String>();
        if (!accepted.containsKey("/")) {
            order.add("/");
        }
        accepted.values().forEach(path -> addWithAncestors(path.template(), order));
        var resources = new ArrayList<Resource>();
        order.forEach(path -> resources.add(resource(path)));
        return resources;
    }

    private void accept(String name, Member item) {
        String where = Fields.join("paths", name);
        if (name.startsWith("x-")) {
            reading.problems().warning(item.at(), where, "The extension \"" + name + "\" has no effect here.");
            return;
        }
        Optional<String> fault = PathTemplate.fault(name);
        if (fault.isPresent()) {
            reading.problems().error(item.at(), where, fault.get() + " The path was left out.");
            return;
        }
        PathTemplate template = PathTemplate.of(name);
        Optional<String> rival = rival(template);
        if (rival.isPresent()) {
            reading.problems()
                    .error(
                            item.at(),
                            where,
                            "No request could tell this path from " + rival.get()
                                    + ". It was left out: remove one or give both the same parameter names.");
        } else if (accepted.size() >= MOST_RESOURCES) {
            reading.problems().error(item.at(), where, "More than " + MOST_RESOURCES + " paths: left out.");
        } else {
            claim(template);
            accepted.put(template.path(), new AcceptedPath(template, name, item));
        }
    }

    /** The path that was there first and answers the same requests, or whose parameter has another name here. */
    private Optional<String> rival(PathTemplate template) {
        if (accepted.containsKey(template.path())) {
            return Optional.of(template.path());
        }
        for (int count = 1; count <= template.segments().size(); count++) {
            String prefix = template.prefix(count);
            String first = pathByShape.get(PathTemplate.of(prefix).shape());
            if (first != null && !first.equals(prefix)) {
                return Optional.of(first);
            }
        }
        return Optional.empty();
    }

    private void claim(PathTemplate template) {
        for (int count = 1; count <= template.segments().size(); count++) {
            String prefix = template.prefix(count);
            pathByShape.putIfAbsent(PathTemplate.of(prefix).shape(), prefix);
        }
    }

    private void addWithAncestors(PathTemplate template, Set<String> order) {
        for (int count = 1; count < template.segments().size(); count++) {
            String ancestor = template.prefix(count);
            if (!accepted.containsKey(ancestor) && order.size() < MOST_RESOURCES) {
                order.add(ancestor);
            }
        }
        order.add(template.path());
    }

    private Resource resource(String path) {
        AcceptedPath written = accepted.get(path);
        Map<String, Method> methods = written == null ? Map.of() : methods(written);
        return new Resource(StableId.ofResource(reading.settings().apiId(), path), path, methods);
    }

    private Map<String, Method> methods(AcceptedPath path) {
        String where = Fields.join("paths", path.name());
        if (path.name().length() > 1 && path.name().endsWith("/")) {
            reading.problems()
                    .warning(
                            path.item().at(),
                            where,
                            "The slash at the end is dropped: the path is "
                                    + path.template().path() + ".");
        }
        var methods = new LinkedHashMap<String, Method>();
        reading.object(path.item().value(), where).ifPresent(item -> read(item, path.template(), methods));
        return methods;
    }

    private void read(Fields item, PathTemplate template, Map<String, Method> methods) {
        var read = new ReadMethod(reading, schemes, template, item.items("parameters"), item.path("parameters"));
        for (String member : item.mapping().members().keySet()) {
            if (METHODS.contains(member) || member.equals(ANY_METHOD)) {
                String httpMethod = member.equals(ANY_METHOD) ? Method.ANY : member.toUpperCase(Locale.ROOT);
                item.node(member)
                        .flatMap(operation -> reading.object(operation, item.path(member)))
                        .flatMap(operation -> read.method(httpMethod, item.at(member), operation))
                        .ifPresent(method -> methods.put(httpMethod, method));
            }
        }
        item.lost("trace", WARNING, "API Gateway has no TRACE method; it was left out.");
        item.lost("servers", WARNING, "Servers are ignored: a path follows the stage directly.");
        reading.documentation(item, Set.of("summary", "description"));
        item.done();
    }
}
