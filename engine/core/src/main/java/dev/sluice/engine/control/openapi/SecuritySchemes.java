package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.MethodAuthorization;
import dev.sluice.engine.definition.MethodAuthorization.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The security schemes of a document, each read once; those that are authorizers become the API's authorizers. */
final class SecuritySchemes {
    static final MethodAuthorization IAM = new MethodAuthorization(Type.AWS_IAM, Optional.empty(), List.of());

    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final String SIGV4 = "awsSigv4";

    private final Reading reading;
    private final Map<String, Authorizer> authorizers = new LinkedHashMap<>();
    private final Map<String, Fields> definitions = new LinkedHashMap<>();

    SecuritySchemes(Reading reading) {
        this.reading = reading;
        Fields root = reading.fields(reading.root(), "");
        Fields owner = reading.swagger() ? root : root.fields("components");
        String member = reading.swagger() ? "securityDefinitions" : "securitySchemes";
        Mapping schemes = owner.mapping(member).orElse(Mapping.EMPTY);
        schemes.members().forEach((name, scheme) -> read(name, scheme.value(), Fields.join(owner.path(member), name)));
    }

    private void read(String name, Node node, String path) {
        Optional<Fields> scheme = reading.object(node, path);
        scheme.ifPresent(fields -> {
            definitions.put(name, fields);
            if (fields.node(EXTENSION + "authorizer").isPresent()) {
                new ReadAuthorizer(reading).authorizer(name, fields).ifPresent(found -> authorizers.put(name, found));
            }
        });
    }

    /** All of them, those that no method uses too, in the document's order. */
    List<Authorizer> authorizers() {
        return List.copyOf(authorizers.values());
    }

    /** What the scheme that a requirement names means; what is wrong with it is reported where it is named. */
    SecurityScheme scheme(String name, Fields requirement) {
        Fields scheme = definitions.get(name);
        if (scheme == null) {
            requirement.error(
                    name,
                    "The security scheme \"" + name + "\" is not defined. The method was left out: it would be open.");
            return new SecurityScheme.Unusable();
        }
        Authorizer authorizer = authorizers.get(name);
        if (authorizer != null) {
            return new SecurityScheme.Authorizes(authorization(authorizer));
        }
        Optional<String> authtype = scheme.text(EXTENSION + "authtype");
        if (authtype.isPresent() && authtype.get().equalsIgnoreCase(SIGV4)) {
            return new SecurityScheme.Authorizes(IAM);
        }
        if (authtype.isPresent() || scheme.node(EXTENSION + "authorizer").isPresent()) {
            requirement.error(
                    name,
                    "The security scheme \"" + name
                            + "\" is no authorizer that can be used. The method was left out: it would be open.");
            return new SecurityScheme.Unusable();
        }
        return plain(name, scheme, requirement);
    }

    private static MethodAuthorization authorization(Authorizer authorizer) {
        Type type = switch (authorizer.type()) {
            case TOKEN, REQUEST -> Type.CUSTOM;
            case COGNITO_USER_POOLS -> Type.COGNITO_USER_POOLS;
        };
        return new MethodAuthorization(type, Optional.of(authorizer.id()), List.of());
    }

    private static SecurityScheme plain(String name, Fields scheme, Fields requirement) {
        boolean apiKey = scheme.text("type").orElse("").equals("apiKey")
                && scheme.text("name").orElse("").equalsIgnoreCase("x-api-key")
                && scheme.text("in").orElse("").equals("header");
        if (apiKey) {
            return new SecurityScheme.ApiKey();
        }
        requirement.warning(
                name,
                "API Gateway ignores the security scheme \"" + name
                        + "\": it is neither the header x-api-key nor an authorizer.");
        return new SecurityScheme.Ignored();
    }
}
