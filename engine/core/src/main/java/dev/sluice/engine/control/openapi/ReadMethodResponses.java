package dev.sluice.engine.control.openapi;

import static dev.sluice.engine.control.Problem.Severity.WARNING;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.Method.MethodResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an operation's responses into method responses: status, headers, and the names of models. */
final class ReadMethodResponses {
    private final Reading reading;
    private final List<String> mediaTypes;

    /** @param mediaTypes of every response that has a schema, in Swagger 2.0 */
    ReadMethodResponses(Reading reading, List<String> mediaTypes) {
        this.reading = reading;
        this.mediaTypes = mediaTypes;
    }

    Map<String, MethodResponse> read(Fields operation) {
        var responses = new LinkedHashMap<String, MethodResponse>();
        Fields declared = operation.fields("responses");
        for (String status : declared.mapping().members().keySet()) {
            if (status.equals("default")) {
                declared.warning(status, "API Gateway has no default method response; declare each status code.");
            } else if (status.startsWith("x-")) {
                declared.warning(status, "The extension \"" + status + "\" has no effect here.");
            } else if (!StatusCode.isValid(status)) {
                declared.error(status, "\"" + status + "\" is no status code from 100 to 599. It was left out.");
            } else {
                responses.put(status, read(status, declared));
            }
        }
        return responses;
    }

    private MethodResponse read(String status, Fields declared) {
        return declared.node(status)
                .flatMap(node -> reading.object(node, declared.path(status)))
                .map(fields -> response(status, fields))
                .orElse(new MethodResponse(status, Map.of(), Map.of()));
    }

    private MethodResponse response(String status, Fields fields) {
        var response =
                new MethodResponse(status, headers(fields), reading.swagger() ? swaggerModels(fields) : models(fields));
        reading.documentation(fields, Set.of("examples"));
        if (!fields.text("description").orElse("").equals(WriteMethod.description(status))) {
            reading.documentation(fields, Set.of("description"));
        }
        fields.lost("links", WARNING, "Links are not carried: API Gateway has none.");
        fields.done();
        return response;
    }

    /** API Gateway takes a header as not required unless the document says so (control-plane section 7.2). */
    private Map<String, Boolean> headers(Fields response) {
        var headers = new LinkedHashMap<String, Boolean>();
        Fields declared = response.fields("headers");
        for (String name : declared.mapping().members().keySet()) {
            boolean required = declared.node(name)
                    .flatMap(node -> reading.object(node, declared.path(name)))
                    .flatMap(this::isRequired)
                    .orElse(false);
            headers.put("method.response.header." + name, required);
        }
        return headers;
    }

    private Optional<Boolean> isRequired(Fields header) {
        Optional<Boolean> required = header.flag("required");
        header.skip(ReadParameters.TYPE);
        reading.documentation(header, ReadParameters.DOCUMENTATION);
        header.done();
        return required;
    }

    private Map<String, String> models(Fields response) {
        var models = new LinkedHashMap<String, String>();
        response.namedFields("content").forEach((mediaType, content) -> {
            reading.models().name(content).ifPresent(name -> models.put(mediaType, name));
            reading.documentation(content, Set.of("example", "examples", "encoding"));
            content.done();
        });
        return models;
    }

    private Map<String, String> swaggerModels(Fields response) {
        var models = new LinkedHashMap<String, String>();
        reading.models().name(response).ifPresent(name -> mediaTypes.forEach(mediaType -> models.put(mediaType, name)));
        return models;
    }
}
