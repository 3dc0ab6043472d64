package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.DocumentParser;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Position;
import dev.sluice.engine.control.document.Problems;
import dev.sluice.engine.definition.ApiDefinition;
import java.util.Optional;

/** Reads an OpenAPI 3.0 or Swagger 2.0 document, JSON or YAML, into the definition of an API. Never throws. */
public final class OpenApiReader {
    private OpenApiReader() {}

    /** @param file name of the document as the reader of the problems knows it; its ending says the format */
    public static ImportedApi read(String file, byte[] bytes, ImportSettings settings) {
        var problems = new Problems(file);
        Optional<ApiDefinition> definition =
                DocumentParser.parse(file, bytes, problems).flatMap(root -> read(root, settings, problems));
        return new ImportedApi(definition, problems.list());
    }

    /** Reads a document that is a part of another one, and adds what is wrong to the problems of that. */
    public static Optional<ApiDefinition> read(Node document, ImportSettings settings, Problems problems) {
        Node resolved = new Intrinsics(settings.account(), problems).resolve(document);
        if (!(resolved instanceof Mapping root)) {
            problems.error(resolved.at(), "", "An OpenAPI document is an object, but this is " + resolved.kind() + ".");
            return Optional.empty();
        }
        if (root.get("openapi").isEmpty() && root.get("swagger").isEmpty()) {
            problems.error(
                    root.at(),
                    "",
                    "This is no OpenAPI document: neither \"openapi\": \"3.0...\" nor \"swagger\": \"2.0\" stands at its top.");
            return Optional.empty();
        }
        try {
            return Optional.of(new ReadDocument(new Reading(root, settings, problems)).definition());
        } catch (Reading.TooMuchWork e) {
            problems.error(Position.NONE, "", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
