package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.HttpAnswer;
import dev.sluice.engine.definition.Backend.HttpEndpoint;
import dev.sluice.engine.definition.Backend.Route;
import dev.sluice.engine.definition.Backend.Target;
import dev.sluice.engine.definition.Backend.TargetGroup;
import dev.sluice.engine.definition.ServiceBackend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code backends/NAME.json}; its {@code type} says which kind. */
final class BackendFile {
    private static final String HTTP_ENDPOINT = "http-endpoint";
    private static final String TARGET_GROUP = "target-group";

    private BackendFile() {}

    static Mapping write(Backend backend) {
        var fields = Mapping.builder().put("name", backend.name());
        switch (backend) {
            case Backend.Function function -> FunctionFile.write(function, fields);
            case HttpEndpoint endpoint ->
                fields.put("type", HTTP_ENDPOINT)
                        .put("authority", endpoint.authority())
                        .put(
                                "routes",
                                Node.sequence(endpoint.routes().stream()
                                        .map(BackendFile::write)
                                        .toList()));
            case TargetGroup group ->
                fields.put("type", TARGET_GROUP)
                        .put(
                                "targets",
                                Node.sequence(group.targets().stream()
                                        .map(BackendFile::write)
                                        .toList()));
            case ServiceBackend service -> ServiceBackendFile.write(service, fields);
        }
        return fields.build();
    }

    static Optional<Backend> read(Fields fields, References references) {
        Optional<String> name = fields.requiredText("name");
        String type = fields.requiredText("type").orElse("");
        Optional<Backend> backend = name.flatMap(text -> read(text, type, fields, references));
        if (backend.isPresent()) {
            fields.done();
        }
        return backend;
    }

    private static Optional<Backend> read(String name, String type, Fields fields, References references) {
        return switch (type) {
            case FunctionFile.MODELLED, FunctionFile.HTTP, FunctionFile.PROCESS ->
                FunctionFile.read(name, type, fields);
            case HTTP_ENDPOINT -> {
                List<Route> routes = routes(fields);
                yield fields.requiredText("authority").map(authority -> new HttpEndpoint(name, authority, routes));
            }
            case TARGET_GROUP -> Optional.of(new TargetGroup(name, targets(fields)));
            default -> {
                if (!ServiceBackendFile.TYPES.contains(type)) {
                    fields.error(
                            "type",
                            "\"" + type + "\" is not one of " + FunctionFile.TYPES + ", " + HTTP_ENDPOINT + ", "
                                    + TARGET_GROUP + ", " + String.join(", ", ServiceBackendFile.TYPES) + ".");
                }
                yield ServiceBackendFile.read(name, type, fields, references).map(backend -> backend);
            }
        };
    }

    private static Mapping write(Route route) {
        return Mapping.builder()
                .put("method", route.method())
                .put("path", route.path())
                .put("answer", HttpAnswerFields.write(route.answer()))
                .build();
    }

    private static List<Route> routes(Fields endpoint) {
        var routes = new ArrayList<Route>();
        for (Fields fields : endpoint.fieldItems("routes")) {
            Optional<String> method = fields.requiredText("method").map(text -> text.toUpperCase(Locale.ROOT));
            Optional<String> path = fields.requiredText("path");
            HttpAnswer answer = HttpAnswerFields.read(fields.fields("answer"));
            fields.done();
            if (method.isPresent() && path.isPresent()) {
                routes.add(new Route(method.get(), path.get(), answer));
            }
        }
        return routes;
    }

    private static Mapping write(Target target) {
        var fields = Mapping.builder().put("id", target.id()).put("healthy", target.healthy());
        if (!target.inboundAllowed()) {
            fields.put("inboundAllowed", false);
        }
        target.answer().ifPresent(answer -> fields.put("answer", HttpAnswerFields.write(answer)));
        return fields.build();
    }

    private static List<Target> targets(Fields group) {
        var targets = new ArrayList<Target>();
        for (Fields fields : group.fieldItems("targets")) {
            Optional<String> id = fields.requiredText("id");
            boolean healthy = fields.flag("healthy").orElse(true);
            boolean inboundAllowed = fields.flag("inboundAllowed").orElse(true);
            Optional<HttpAnswer> answer =
                    fields.node("answer").map(node -> HttpAnswerFields.read(fields.fields("answer")));
            fields.done();
            id.ifPresent(text -> targets.add(new Target(text, healthy, inboundAllowed, answer)));
        }
        return targets;
    }
}
