package dev.sluice.engine.execution.validation;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.RequestValidator;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.Passthrough;
import dev.sluice.engine.journal.Cause;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a method's request validator checks, ready for requests. Parameters come first; if one is missing the body is
 * not looked at (data-plane section 7, recorded).
 */
public final class RequestValidation {
    /** A method without a validator, or with one that checks nothing. */
    public static final RequestValidation NONE = new RequestValidation(List.of(), Map.of());

    private final List<RequiredParameter> required;
    private final Map<String, BodySchema> schemas;

    private RequestValidation(List<RequiredParameter> required, Map<String, BodySchema> schemas) {
        this.required = required;
        this.schemas = schemas;
    }

    /** @param models the models of the method's API */
    public static RequestValidation of(Method method, ApiDefinition definition, ModelSchemas models) {
        Optional<RequestValidator> validator = method.requestValidatorId().flatMap(definition::requestValidator);
        if (validator.isEmpty()) {
            return NONE;
        }
        List<RequiredParameter> required = validator.get().validateRequestParameters()
                ? RequiredParameter.of(method.requestParameters())
                : List.of();
        var schemas = new HashMap<String, BodySchema>();
        if (validator.get().validateRequestBody()) {
            method.requestModels()
                    .forEach((contentType, model) -> models.schema(model)
                            .ifPresent(schema -> schemas.put(
                                    contentType.equals(Passthrough.DEFAULT)
                                            ? contentType
                                            : Passthrough.mediaType(contentType),
                                    schema)));
        }
        return required.isEmpty() && schemas.isEmpty() ? NONE : new RequestValidation(required, Map.copyOf(schemas));
    }

    Verdict check(Exchange exchange) {
        if (this == NONE) {
            return Verdict.GO;
        }
        List<String> missing = required.stream()
                .filter(parameter -> parameter.isMissing(exchange))
                .map(RequiredParameter::name)
                .toList();
        if (!missing.isEmpty()) {
            return Verdict.refuse(
                    GatewayResponseType.BAD_REQUEST_PARAMETERS,
                    "Missing required request parameters: [" + String.join(", ", missing) + "]",
                    new Cause.MissingParameters(missing));
        }
        return schemas.isEmpty() ? Verdict.GO : checkBody(exchange);
    }

    /** A content type without a model is not checked (captured). */
    private Verdict checkBody(Exchange exchange) {
        String mediaType = Passthrough.mediaType(
                exchange.request().headers().last("Content-Type").orElse(""));
        BodySchema schema = schemas.getOrDefault(mediaType, schemas.get(Passthrough.DEFAULT));
        if (schema == null) {
            return Verdict.GO;
        }
        List<String> reasons = schema.reasonsAgainst(exchange.request().body());
        return reasons.isEmpty()
                ? Verdict.GO
                : Verdict.refuse(
                        GatewayResponseType.BAD_REQUEST_BODY,
                        "Invalid request body",
                        new Cause.InvalidRequestBody(mediaType, reasons));
    }
}
