package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.StableId;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.RequestValidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code x-amazon-apigateway-request-validators}, and which of them a method takes: its own or the document's.
 */
final class ReadRequestValidators {
    static final String VALIDATORS = "x-amazon-apigateway-request-validators";
    static final String VALIDATOR = "x-amazon-apigateway-request-validator";

    private final Map<String, RequestValidator> byName = new LinkedHashMap<>();
    private final Optional<String> ofDocument;

    ReadRequestValidators(Reading reading) {
        Fields root = reading.fields(reading.root(), "");
        root.namedFields(VALIDATORS).forEach((name, fields) -> {
            byName.put(
                    name,
                    new RequestValidator(
                            StableId.of("validator", reading.settings().apiId(), name),
                            name,
                            fields.flag("validateRequestBody").orElse(false),
                            fields.flag("validateRequestParameters").orElse(false)));
            fields.done();
        });
        ofDocument = named(root);
    }

    List<RequestValidator> validators() {
        return new ArrayList<>(byName.values());
    }

    /** The id of the operation's validator. */
    Optional<String> of(Fields operation) {
        return operation.node(VALIDATOR).isPresent() ? named(operation) : ofDocument;
    }

    private Optional<String> named(Fields fields) {
        return fields.text(VALIDATOR).flatMap(name -> {
            RequestValidator validator = byName.get(name);
            if (validator == null) {
                fields.error(
                        VALIDATOR,
                        "There is no request validator \"" + name + "\" in " + VALIDATORS
                                + ", so requests are not checked. It has " + byName.keySet() + ".");
            }
            return Optional.ofNullable(validator).map(RequestValidator::id);
        });
    }
}
