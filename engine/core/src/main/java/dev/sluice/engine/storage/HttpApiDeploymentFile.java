package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.HttpApi.Definition;
import dev.sluice.engine.definition.HttpApi.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code http-apis/NAME/deployments/ID.json}: a frozen draft in one file. */
final class HttpApiDeploymentFile {
    private HttpApiDeploymentFile() {}

    static Mapping write(Deployment deployment) {
        Definition definition = deployment.definition();
        var frozen = Mapping.builder();
        HttpApiFile.writeInto(frozen, definition);
        frozen.put("routes", list(definition.routes(), HttpApiRouteFile::write))
                .put("integrations", list(definition.integrations(), HttpApiIntegrationFile::write))
                .put("authorizers", list(definition.authorizers(), HttpApiAuthorizerFile::write));
        return Mapping.builder()
                .put("deploymentId", deployment.deploymentId())
                .putUnlessEmpty("description", deployment.description())
                .put("createdDate", deployment.createdDate())
                .put("definition", frozen.build())
                .build();
    }

    static Optional<Deployment> read(Fields fields) {
        Optional<String> id = fields.requiredText("deploymentId");
        String description = fields.text("description").orElse("");
        long createdDate = fields.whole("createdDate", 0, ApiFiles.LATEST).orElse(0L);
        if (fields.node("definition").isEmpty()) {
            fields.error("definition", "\"definition\" is missing: a deployment holds the API as it was frozen.");
        }
        Fields frozen = fields.fields("definition");
        Optional<Definition> definition = fields.node("definition").flatMap(unused -> definition(frozen));
        fields.done();
        return id.isPresent() && definition.isPresent()
                ? Optional.of(new Deployment(id.get(), description, createdDate, definition.get()))
                : Optional.empty();
    }

    private static Optional<Definition> definition(Fields fields) {
        Optional<Definition> bare = HttpApiFile.readBare(fields);
        var routes = items(fields, "routes", HttpApiRouteFile::read);
        var integrations = items(fields, "integrations", HttpApiIntegrationFile::read);
        var authorizers = items(fields, "authorizers", HttpApiAuthorizerFile::read);
        fields.done();
        return bare.map(definition -> definition.with(routes, integrations, authorizers));
    }

    private static <T> Node.Sequence list(List<T> things, Function<T, Mapping> write) {
        return Node.sequence(things.stream().map(write).toList());
    }

    private static <T> List<T> items(Fields fields, String name, Function<Fields, Optional<T>> read) {
        var things = new ArrayList<T>();
        fields.fieldItems(name).forEach(item -> read.apply(item).ifPresent(things::add));
        return things;
    }
}
