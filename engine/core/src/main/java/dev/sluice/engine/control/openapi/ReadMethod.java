package dev.sluice.engine.control.openapi;

import static dev.sluice.engine.control.Problem.Severity.WARNING;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an operation into a method. A method that could not behave correctly is left out, and a problem says why. */
final class ReadMethod {
    /** Our own: a method of a draft whose integration is not put yet. */
    static final String NO_INTEGRATION = "x-sluice-no-integration";

    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final Set<String> DOCUMENTATION =
            Set.of("tags", "summary", "description", "externalDocs", "deprecated", "schemes", "consumes", "produces");

    private final Reading reading;
    private final SecuritySchemes schemes;
    private final PathTemplate template;
    private final List<Node> pathParameters;
    private final String pathParametersAt;

    /** @param pathParameters parameters that the path gives to all its methods */
    ReadMethod(
            Reading reading,
            SecuritySchemes schemes,
            PathTemplate template,
            List<Node> pathParameters,
            String pathParametersAt) {
        this.reading = reading;
        this.schemes = schemes;
        this.template = template;
        this.pathParameters = pathParameters;
        this.pathParametersAt = pathParametersAt;
    }

    /** @param at where the operation's name stands */
    Optional<Method> method(String httpMethod, Position at, Fields operation) {
        Optional<ReadSecurity.Security> security = new ReadSecurity(reading, schemes).security(operation);
        var readParameters = new ReadParameters(reading, template);
        var parameters = readParameters.read(
                pathParameters, pathParametersAt, operation.items("parameters"), operation.path("parameters"));
        var requestModels = requestModels(operation, readParameters);
        Optional<String> validator = reading.validators().of(operation);
        var responses = new ReadMethodResponses(reading, mediaTypes("produces", operation)).read(operation);
        Optional<String> operationName = operation.text("operationId");
        Optional<Integration> integration = integration(at, operation);
        reportTheRest(operation);
        if (security.isEmpty() || integration.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Method(
                httpMethod,
                security.get().authorization(),
                security.get().apiKeyRequired(),
                operationName,
                validator,
                parameters,
                requestModels,
                responses,
                integration.get()));
    }

    /** From {@code requestBody}, or from Swagger's body parameter for each media type consumed. */
    private Map<String, String> requestModels(Fields operation, ReadParameters parameters) {
        var models = new LinkedHashMap<String, String>();
        parameters
                .bodyModel()
                .ifPresent(name -> mediaTypes("consumes", operation).forEach(type -> models.put(type, name)));
        operation
                .node("requestBody")
                .flatMap(node -> reading.object(node, operation.path("requestBody")))
                .ifPresent(body -> {
                    body.namedFields("content").forEach((mediaType, content) -> {
                        reading.models().name(content).ifPresent(name -> models.put(mediaType, name));
                        reading.documentation(content, Set.of("example", "examples", "encoding"));
                        content.done();
                    });
                    reading.documentation(body, Set.of("description"));
                    body.skip(Set.of("required"));
                    body.done();
                });
        return models;
    }

    private Optional<Integration> integration(Position at, Fields operation) {
        if (operation.flag(NO_INTEGRATION).orElse(false)) {
            return Optional.of(Integration.NONE);
        }
        String name = EXTENSION + "integration";
        Optional<Node> node = operation.node(name);
        if (node.isEmpty()) {
            reading.problems()
                    .error(
                            at,
                            operation.path(),
                            "The method has no " + name + ", so nothing could answer it. It was left out.");
            return Optional.empty();
        }
        return reading.object(node.get(), operation.path(name))
                .flatMap(fields -> new ReadIntegration(reading, operation.at(name)).integration(fields));
    }

    /** Swagger's {@code produces} or {@code consumes}: the media types of all bodies that have a schema. */
    private List<String> mediaTypes(String member, Fields operation) {
        var types = new ArrayList<>(operation.textItems(member));
        if (types.isEmpty()) {
            types.addAll(reading.fields(reading.root(), "").textItems(member));
        }
        return types.isEmpty() ? List.of("application/json") : types;
    }

    private void reportTheRest(Fields operation) {
        operation.lost("callbacks", WARNING, "Callbacks are not carried: API Gateway has none.");
        operation.lost("servers", WARNING, "Servers are ignored: a path follows the stage directly.");
        reading.documentation(operation, DOCUMENTATION);
        operation.done();
    }
}
