package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.CorsConfiguration;
import dev.sluice.engine.definition.HttpApi.Definition;
import java.util.List;
import java.util.Optional;

/** {@code http-apis/NAME/api.json}: the id, and what the draft has besides routes, integrations and authorizers. */
record HttpApiFile(String apiId, Definition bare) {
    /** Longest time a browser may keep a preflight's answer, in seconds: one day. */
    private static final int LONGEST_MAX_AGE = 86_400;

    static Mapping write(HttpApi api) {
        var fields = Mapping.builder().put("apiId", api.id());
        writeInto(fields, api.draft());
        return fields.build();
    }

    static void writeInto(Node.Builder fields, Definition definition) {
        fields.put("name", definition.name())
                .putUnlessEmpty("description", definition.description())
                .putUnlessEmpty("version", definition.version());
        definition.corsConfiguration().ifPresent(cors -> fields.put("corsConfiguration", write(cors)));
    }

    static Optional<HttpApiFile> read(Fields fields) {
        Optional<String> id = fields.requiredText("apiId");
        Optional<Definition> bare = readBare(fields);
        fields.done();
        return id.isPresent() && bare.isPresent()
                ? Optional.of(new HttpApiFile(id.get(), bare.get()))
                : Optional.empty();
    }

    /** A definition without routes, integrations and authorizers. */
    static Optional<Definition> readBare(Fields fields) {
        Optional<String> name = fields.requiredText("name");
        String description = fields.text("description").orElse("");
        String version = fields.text("version").orElse("");
        Optional<CorsConfiguration> cors = cors(fields);
        return name.map(text -> new Definition(text, description, version, cors, List.of(), List.of(), List.of()));
    }

    private static Mapping write(CorsConfiguration cors) {
        var fields = Mapping.builder()
                .put("allowCredentials", cors.allowCredentials())
                .putUnlessEmpty("allowHeaders", Node.texts(cors.allowHeaders()))
                .putUnlessEmpty("allowMethods", Node.texts(cors.allowMethods()))
                .putUnlessEmpty("allowOrigins", Node.texts(cors.allowOrigins()))
                .putUnlessEmpty("exposeHeaders", Node.texts(cors.exposeHeaders()));
        cors.maxAge().ifPresent(seconds -> fields.put("maxAge", seconds));
        return fields.build();
    }

    private static Optional<CorsConfiguration> cors(Fields api) {
        if (api.node("corsConfiguration").isEmpty()) {
            return Optional.empty();
        }
        Fields fields = api.fields("corsConfiguration");
        var cors = new CorsConfiguration(
                fields.flag("allowCredentials").orElse(false),
                fields.textItems("allowHeaders"),
                fields.textItems("allowMethods"),
                fields.textItems("allowOrigins"),
                fields.textItems("exposeHeaders"),
                fields.whole("maxAge", -1, LONGEST_MAX_AGE).map(Long::intValue));
        fields.done();
        if (cors.allowCredentials() && cors.allowOrigins().contains("*")) {
            fields.warning(
                    "allowCredentials",
                    "AWS refuses allowCredentials together with the origin \"*\". Name the origins, or leave it out.");
        }
        return Optional.of(cors);
    }
}
