package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Reads who may call an operation. An API key is carried; a method behind an authorizer or IAM is left out, because
 * without them it would be open to everybody.
 */
final class ReadSecurity {
    private static final String EXTENSION = "x-amazon-apigateway-";

    private final Reading reading;

    ReadSecurity(Reading reading) {
        this.reading = reading;
    }

    /** Whether the method asks for an API key; absent if the method must be left out. */
    Optional<Boolean> apiKeyRequired(Fields operation) {
        if (isIam(operation)) {
            operation.error(
                    EXTENSION + "auth",
                    "IAM authorization is not supported. The method was left out: it would be open.");
            return Optional.empty();
        }
        boolean own = operation.mapping().get("security").isPresent();
        Fields owner = own ? operation : reading.fields(reading.root(), "");
        boolean apiKey = false;
        for (Fields requirement : owner.fieldItems("security")) {
            for (String scheme : requirement.mapping().members().keySet()) {
                switch (scheme(scheme, requirement)) {
                    case API_KEY -> {
                        apiKey |= own;
                        warnUnlessOwn(own, requirement, scheme);
                    }
                    case IGNORED -> {}
                    case REFUSED -> {
                        if (!own) {
                            reportInherited(operation, scheme);
                        }
                        return Optional.empty();
                    }
                }
            }
        }
        operation.node("security");
        return Optional.of(apiKey);
    }

    private void reportInherited(Fields operation, String scheme) {
        reading.problems()
                .error(
                        operation.at(),
                        operation.path(),
                        "The document's top asks \"" + scheme
                                + "\" of every method, which is not supported. The method was left out: it would be open.");
    }

    private static void warnUnlessOwn(boolean own, Fields requirement, String scheme) {
        if (!own) {
            requirement.warning(
                    scheme, "API Gateway asks for a key only where an operation itself says so; this has no effect.");
        }
    }

    private boolean isIam(Fields operation) {
        Fields auth = operation.fields(EXTENSION + "auth");
        return auth.text("type").filter(type -> !type.equalsIgnoreCase("NONE")).isPresent();
    }

    private enum Scheme {
        API_KEY,
        IGNORED,
        REFUSED
    }

    private Scheme scheme(String name, Fields requirement) {
        Optional<Fields> found = definition(name);
        if (found.isEmpty()) {
            requirement.error(
                    name,
                    "The security scheme \"" + name + "\" is not defined. The method was left out: it would be open.");
            return Scheme.REFUSED;
        }
        Fields scheme = found.get();
        for (String extension : List.of(EXTENSION + "authorizer", EXTENSION + "authtype")) {
            if (scheme.node(extension).isPresent()) {
                requirement.error(
                        name,
                        "Authorizers and IAM are not supported, and \"" + name
                                + "\" is one. The method was left out: it would be open.");
                return Scheme.REFUSED;
            }
        }
        return plain(name, scheme, requirement);
    }

    private static Scheme plain(String name, Fields scheme, Fields requirement) {
        boolean apiKey = scheme.text("type").orElse("").equals("apiKey")
                && scheme.text("name").orElse("").equalsIgnoreCase("x-api-key")
                && scheme.text("in").orElse("").equals("header");
        if (!apiKey) {
            requirement.warning(
                    name,
                    "API Gateway ignores the security scheme \"" + name
                            + "\": it is neither the header x-api-key nor an authorizer.");
        }
        return apiKey ? Scheme.API_KEY : Scheme.IGNORED;
    }

    private Optional<Fields> definition(String name) {
        Fields root = reading.fields(reading.root(), "");
        Fields owner = reading.swagger() ? root : root.fields("components");
        String member = reading.swagger() ? "securityDefinitions" : "securitySchemes";
        Optional<Node> scheme = owner.mapping(member).flatMap((Mapping schemes) -> schemes.get(name));
        return scheme.flatMap(node -> reading.object(node, Fields.join(owner.path(member), name)));
    }
}
