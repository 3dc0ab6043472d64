package dev.sluice.engine.control.openapi;

import static dev.sluice.engine.control.Problem.Severity.WARNING;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.http.Body;
import java.util.List;
import java.util.Set;

/** Reads the top of the document: name, version, key source, media types, gateway responses, and hands on the paths. */
final class ReadDocument {
    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final Set<String> DOCUMENTATION =
            Set.of("tags", "externalDocs", "schemes", "consumes", "produces", "host", EXTENSION + "documentation");
    private static final Set<String> INFO_DOCUMENTATION = Set.of("termsOfService", "contact", "license", "summary");

    private final Reading reading;

    ReadDocument(Reading reading) {
        this.reading = reading;
    }

    ApiDefinition definition() {
        Fields root = reading.fields(reading.root(), "");
        checkVersion(root);
        Fields info = root.fields("info");
        String name = info.requiredText("title").orElse("unnamed");
        String description = info.text("description").orElse("");
        String version = info.text("version").orElse("");
        reading.documentation(info, INFO_DOCUMENTATION);
        info.done();
        var schemes = new SecuritySchemes(reading);
        List<Resource> resources =
                new ReadPaths(reading, schemes).resources(root.mapping("paths").orElse(Mapping.EMPTY));
        var definition = new ApiDefinition(
                name,
                description,
                version,
                keySource(root),
                root.textItems(EXTENSION + "binary-media-types"),
                root.whole(EXTENSION + "minimum-compression-size", 0, Body.LARGEST)
                        .map(Long::intValue),
                new ReadPolicy(reading).policy(root),
                resources,
                schemes.authorizers(),
                reading.models().models(),
                reading.validators().validators(),
                new ReadGatewayResponses(reading).responses(root.fields(EXTENSION + "gateway-responses")));
        reportTheRest(root);
        return definition;
    }

    private void checkVersion(Fields root) {
        String member = reading.swagger() ? "swagger" : "openapi";
        String version = root.text(member).orElse("");
        boolean known = reading.swagger() ? version.equals("2.0") || version.equals("2") : version.startsWith("3.0");
        if (!known) {
            root.error(
                    member,
                    "API Gateway reads OpenAPI 3.0 and Swagger 2.0, not \"" + version
                            + "\". The document was read as if it were 3.0: convert it to be sure.");
        }
        if (root.mapping("paths").isEmpty()) {
            root.error("paths", "\"paths\" is missing, so the API has no methods. Check its spelling.");
        }
    }

    private static ApiKeySource keySource(Fields root) {
        return root.constant(EXTENSION + "api-key-source", ApiKeySource.class).orElse(ApiKeySource.HEADER);
    }

    private void reportTheRest(Fields root) {
        reportBasePath(root);
        reportModels(root);
        reportExtensions(root);
        root.skip(Set.of("securityDefinitions", "security", "parameters", "responses"));
        reading.documentation(root, DOCUMENTATION);
        root.done();
        reading.reportDocumentation();
    }

    private void reportBasePath(Fields root) {
        String basePath = root.text("basePath").orElse("/");
        if (!basePath.equals("/") && !basePath.isEmpty()) {
            root.warning(
                    "basePath",
                    "The base path " + basePath
                            + " is ignored, as API Gateway does by default: a path follows the stage directly.");
        }
        root.lost(
                "servers",
                WARNING,
                "Servers and their base path are ignored, as API Gateway does by default: a path follows the stage directly.");
    }

    private void reportModels(Fields root) {
        Fields components = root.fields("components");
        reading.models().reportFaults();
        root.skip(Set.of("definitions", ReadRequestValidators.VALIDATORS, ReadRequestValidators.VALIDATOR));
        components.skip(Set.of(
                "schemas",
                "securitySchemes",
                "parameters",
                "responses",
                "headers",
                "requestBodies",
                EXTENSION + "integrations"));
        reading.documentation(components, Set.of("examples"));
        components.lost("links", WARNING, "Links are not carried: API Gateway has none.");
        components.lost("callbacks", WARNING, "Callbacks are not carried: API Gateway has none.");
        components.done();
    }

    private static void reportExtensions(Fields root) {
        for (String edge : List.of("endpoint-configuration", "endpoint-access-mode", "security-policy")) {
            root.lost(EXTENSION + edge, WARNING, "Endpoint settings have no effect on one's own machine.");
        }
        for (String httpApi : List.of("cors", "importexport-version")) {
            root.lost(EXTENSION + httpApi, WARNING, "This is for HTTP APIs; a REST API does not read it.");
        }
    }
}
