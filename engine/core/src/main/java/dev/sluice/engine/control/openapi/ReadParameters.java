package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads parameters into {@code method.request.querystring|header|path.NAME}, required or not. */
final class ReadParameters {
    /** A parameter is text to API Gateway, whatever its type: only its presence is ever checked. */
    static final Set<String> TYPE =
            Set.of("schema", "type", "format", "items", "collectionFormat", "style", "explode", "content");

    static final Set<String> DOCUMENTATION = Set.of(
            "description",
            "default",
            "enum",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "multipleOf",
            "pattern",
            "example",
            "examples",
            "deprecated",
            "allowEmptyValue",
            "allowReserved");

    private final Reading reading;
    private final PathTemplate template;
    private Optional<String> bodyModel = Optional.empty();

    ReadParameters(Reading reading, PathTemplate template) {
        this.reading = reading;
        this.template = template;
    }

    /** The path's own parameters, then the operation's, then those of the path template that nobody declared. */
    Map<String, Boolean> read(List<Node> ofPath, String ofPathAt, List<Node> ofOperation, String ofOperationAt) {
        var parameters = new LinkedHashMap<String, Boolean>();
        read(ofPath, ofPathAt, parameters);
        read(ofOperation, ofOperationAt, parameters);
        template.parameters().forEach(name -> parameters.putIfAbsent("method.request.path." + name, true));
        return parameters;
    }

    /** Swagger's body parameter: the name of its model. */
    Optional<String> bodyModel() {
        return bodyModel;
    }

    private void read(List<Node> declared, String path, Map<String, Boolean> parameters) {
        for (int i = 0; i < declared.size(); i++) {
            reading.object(declared.get(i), path + "[" + i + "]").ifPresent(fields -> read(fields, parameters));
        }
    }

    private void read(Fields fields, Map<String, Boolean> parameters) {
        Optional<String> name = fields.requiredText("name");
        Optional<String> in = fields.requiredText("in");
        boolean required = fields.flag("required").orElse(false);
        if (in.equals(Optional.of("body"))) {
            bodyModel = reading.models().name(fields);
        }
        fields.skip(TYPE);
        reading.documentation(fields, DOCUMENTATION);
        fields.done();
        if (name.isPresent() && in.isPresent()) {
            add(name.get(), in.get(), required, fields, parameters);
        }
    }

    private void add(String name, String in, boolean required, Fields fields, Map<String, Boolean> parameters) {
        switch (in) {
            case "query" -> parameters.put("method.request.querystring." + name, required);
            case "header" -> parameters.put("method.request.header." + name, required);
            case "path" -> addPathParameter(name, fields, parameters);
            case "body" -> {} // its model is all there is to it
            case "formData" ->
                fields.warning(
                        "in", "The form parameter \"" + name + "\" is not carried: API Gateway checks no forms.");
            case "cookie" -> fields.warning("in", "API Gateway does not map cookies; \"" + name + "\" is not carried.");
            default -> fields.error("in", "\"" + in + "\" is no place for a parameter: use query, header or path.");
        }
    }

    private void addPathParameter(String name, Fields fields, Map<String, Boolean> parameters) {
        String plain = name.endsWith("+") ? name.substring(0, name.length() - 1) : name;
        if (template.parameters().contains(plain)) {
            parameters.put("method.request.path." + plain, true);
        } else {
            fields.warning(
                    "name", "The path " + template.path() + " has no parameter {" + name + "}; this one is ignored.");
        }
    }
}
