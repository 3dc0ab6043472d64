package dev.sluice.engine.control.openapi;

import static dev.sluice.engine.control.Problem.Severity.WARNING;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an operation into a method. A method that could not behave correctly is left out, and a problem says why. */
final class ReadMethod {
    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final Set<String> DOCUMENTATION =
            Set.of("tags", "summary", "description", "externalDocs", "deprecated", "schemes", "consumes", "produces");

    private final Reading reading;
    private final PathTemplate template;
    private final List<Node> pathParameters;
    private final String pathParametersAt;

    /** @param pathParameters parameters that the path gives to all its methods */
    ReadMethod(Reading reading, PathTemplate template, List<Node> pathParameters, String pathParametersAt) {
        this.reading = reading;
        this.template = template;
        this.pathParameters = pathParameters;
        this.pathParametersAt = pathParametersAt;
    }

    /** @param at where the operation's name stands */
    Optional<Method> method(String httpMethod, Position at, Fields operation) {
        Optional<Boolean> apiKeyRequired = new ReadSecurity(reading).apiKeyRequired(operation);
        var parameters = new ReadParameters(reading, template)
                .read(pathParameters, pathParametersAt, operation.items("parameters"), operation.path("parameters"));
        var responses = new ReadMethodResponses(reading, mediaTypes(operation)).read(operation);
        Optional<String> operationName = operation.text("operationId");
        Optional<Integration> integration = integration(at, operation);
        reportTheRest(operation);
        if (apiKeyRequired.isEmpty() || integration.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Method(httpMethod, apiKeyRequired.get(), operationName, parameters, responses, integration.get()));
    }

    private Optional<Integration> integration(Position at, Fields operation) {
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

    /** Swagger's {@code produces}: the media types of all responses that have a schema. */
    private List<String> mediaTypes(Fields operation) {
        var types = new ArrayList<>(operation.textItems("produces"));
        if (types.isEmpty()) {
            types.addAll(reading.fields(reading.root(), "").textItems("produces"));
        }
        return types.isEmpty() ? List.of("application/json") : types;
    }

    private void reportTheRest(Fields operation) {
        operation.lost(
                EXTENSION + "request-validator",
                WARNING,
                "Request validation is not supported: requests reach the integration unchecked.");
        operation.lost("requestBody", WARNING, "The request body's model is not carried: bodies are not checked.");
        operation.lost("callbacks", WARNING, "Callbacks are not carried: API Gateway has none.");
        operation.lost("servers", WARNING, "Servers are ignored: a path follows the stage directly.");
        reading.documentation(operation, DOCUMENTATION);
        operation.done();
    }
}
