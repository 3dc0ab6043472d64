package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node.Sequence;
import dev.sluice.engine.definition.MethodAuthorization;
import dev.sluice.engine.definition.MethodAuthorization.Type;
import java.util.List;
import java.util.Optional;

/**
 * Reads who may call an operation: an API key, an authorizer, IAM. A method whose scheme cannot be carried is left out,
 * because without it the method would be open to everybody.
 *
 * <p>What the document's top asks for counts where an operation itself says nothing, but for API keys (recorded).
 */
final class ReadSecurity {
    private static final String EXTENSION = "x-amazon-apigateway-";

    /** What an operation asks of its callers. */
    record Security(MethodAuthorization authorization, boolean apiKeyRequired) {}

    private final Reading reading;
    private final SecuritySchemes schemes;

    ReadSecurity(Reading reading, SecuritySchemes schemes) {
        this.reading = reading;
        this.schemes = schemes;
    }

    /** Absent if the method must be left out. */
    Optional<Security> security(Fields operation) {
        boolean own = operation.mapping().get("security").isPresent();
        Fields owner = own ? operation : reading.fields(reading.root(), "");
        Optional<MethodAuthorization> authorization = auth(operation);
        boolean apiKey = false;
        for (Fields requirement : owner.fieldItems("security")) {
            for (String name : requirement.mapping().members().keySet()) {
                switch (schemes.scheme(name, requirement)) {
                    case SecurityScheme.ApiKey() -> {
                        apiKey |= own;
                        warnUnlessOwn(own, requirement, name);
                    }
                    case SecurityScheme.Ignored() -> {}
                    case SecurityScheme.Authorizes(MethodAuthorization found) -> {
                        warnIfSecond(authorization, requirement, name);
                        authorization = authorization.or(() -> Optional.of(withScopes(found, requirement, name)));
                    }
                    case SecurityScheme.Unusable() -> {
                        if (!own) {
                            reportInherited(operation, name);
                        }
                        operation.node("security");
                        return Optional.empty();
                    }
                }
            }
        }
        operation.node("security");
        return Optional.of(new Security(authorization.orElse(MethodAuthorization.NONE), apiKey));
    }

    /** {@code x-amazon-apigateway-auth: {type: AWS_IAM}}; NONE says nothing. */
    private Optional<MethodAuthorization> auth(Fields operation) {
        Fields auth = operation.fields(EXTENSION + "auth");
        Optional<String> type = auth.text("type").filter(text -> !text.equalsIgnoreCase("NONE"));
        auth.done();
        if (type.isPresent() && !type.get().equalsIgnoreCase("AWS_IAM")) {
            auth.error(
                    "type",
                    "\"" + type.get()
                            + "\" is neither NONE nor AWS_IAM. IAM was taken, so that the method is not open. Correct it.");
        }
        return type.map(unused -> SecuritySchemes.IAM);
    }

    private static MethodAuthorization withScopes(MethodAuthorization found, Fields requirement, String name) {
        List<String> scopes = requirement.mapping().get(name).orElseThrow() instanceof Sequence
                ? requirement.textItems(name)
                : List.of();
        if (!scopes.isEmpty() && found.type() != Type.COGNITO_USER_POOLS) {
            requirement.warning(name, "Only user pool authorizers know scopes; these have no effect.");
            return found;
        }
        return new MethodAuthorization(found.type(), found.authorizerId(), scopes);
    }

    private static void warnIfSecond(Optional<MethodAuthorization> first, Fields requirement, String name) {
        if (first.isPresent()) {
            requirement.warning(
                    name, "A method has one authorizer, and another comes first: \"" + name + "\" has no effect.");
        }
    }

    private void reportInherited(Fields operation, String scheme) {
        reading.problems()
                .error(
                        operation.at(),
                        operation.path(),
                        "The document's top asks \"" + scheme
                                + "\" of every method, which is not usable. The method was left out: it would be open.");
    }

    private static void warnUnlessOwn(boolean own, Fields requirement, String scheme) {
        if (!own) {
            requirement.warning(
                    scheme, "API Gateway asks for a key only where an operation itself says so; this has no effect.");
        }
    }
}
