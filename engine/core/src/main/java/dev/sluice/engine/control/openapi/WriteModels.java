package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.DocumentParser;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Problems;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method.MethodResponse;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes models as {@code components.schemas}, and the request validators. */
final class WriteModels {
    private WriteModels() {}

    /** A reference needs something to refer to: a model that is only named gets the schema that allows everything. */
    static Mapping schemas(ApiDefinition definition) {
        var schemas = Mapping.builder();
        definition.models().forEach(model -> schemas.put(model.name(), schema(model.schema())));
        var names = new TreeSet<String>();
        definition.resources().stream()
                .flatMap(resource -> resource.methods().values().stream())
                .flatMap(method -> Stream.concat(
                        method.requestModels().values().stream(),
                        method.methodResponses().values().stream()
                                .map(MethodResponse::responseModels)
                                .flatMap(models -> models.values().stream())))
                .filter(name -> definition.model(name).isEmpty())
                .forEach(names::add);
        names.forEach(name -> schemas.put(name, Mapping.EMPTY));
        return schemas.build();
    }

    /** Where a model stands, as a {@code $ref}. */
    static String place(String modelName) {
        return "#/components/schemas/" + modelName.replace("~", "~0").replace("/", "~1");
    }

    static Mapping validators(ApiDefinition definition) {
        var validators = Mapping.builder();
        definition
                .requestValidators()
                .forEach(validator -> validators.put(
                        validator.name(),
                        Mapping.builder()
                                .put("validateRequestBody", validator.validateRequestBody())
                                .put("validateRequestParameters", validator.validateRequestParameters())
                                .build()));
        return validators.build();
    }

    /** A schema that is no JSON allows everything, as it does to requests. */
    private static Node schema(String json) {
        return DocumentParser.parse("model.json", json.getBytes(StandardCharsets.UTF_8), new Problems("model.json"))
                .map(ModelPlaces::asPlaces)
                .orElse(Mapping.EMPTY);
    }
}
