package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodAuthorization.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes who may call: the security schemes of a document and what each operation asks for, as AWS's export does. */
final class WriteSecurity {
    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final String HEADER_SOURCE = "method.request.header.";

    private final ApiDefinition definition;
    private final String apiKeyScheme;
    private final String sigv4Scheme;

    WriteSecurity(ApiDefinition definition) {
        this.definition = definition;
        var taken = new HashSet<String>();
        definition.authorizers().forEach(authorizer -> taken.add(authorizer.name()));
        apiKeyScheme = free("api_key", taken);
        sigv4Scheme = free("sigv4", taken);
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        while (!taken.add(free)) {
            free += "_";
        }
        return free;
    }

    Mapping schemes() {
        var schemes = Mapping.builder();
        definition.authorizers().forEach(authorizer -> schemes.put(authorizer.name(), scheme(authorizer)));
        if (methods().stream().anyMatch(Method::apiKeyRequired)) {
            schemes.put(apiKeyScheme, header("x-api-key").build());
        }
        if (methods().stream().anyMatch(method -> method.authorization().type() == Type.AWS_IAM)) {
            schemes.put(
                    sigv4Scheme,
                    header("Authorization")
                            .put(EXTENSION + "authtype", "awsSigv4")
                            .build());
        }
        return schemes.build();
    }

    private List<Method> methods() {
        return definition.resources().stream()
                .flatMap(resource -> resource.methods().values().stream())
                .toList();
    }

    private static Node.Builder header(String name) {
        return Mapping.builder().put("type", "apiKey").put("name", name).put("in", "header");
    }

    private static Mapping scheme(Authorizer authorizer) {
        boolean pool = authorizer.type() == Authorizer.Type.COGNITO_USER_POOLS;
        String source = authorizer.identitySource().orElse("");
        boolean oneHeader = source.startsWith(HEADER_SOURCE) && !source.contains(",");
        String name = oneHeader
                ? source.substring(HEADER_SOURCE.length())
                : authorizer.type() == Authorizer.Type.REQUEST ? "Unused" : "Authorization";
        return header(name)
                .put(EXTENSION + "authtype", pool ? "cognito_user_pools" : "custom")
                .put(EXTENSION + "authorizer", authorizer(authorizer))
                .build();
    }

    private static Mapping authorizer(Authorizer authorizer) {
        var fields = Mapping.builder()
                .put("type", authorizer.type().name().toLowerCase(Locale.ROOT))
                .putUnlessEmpty("authorizerUri", authorizer.authorizerUri())
                .putUnlessEmpty(
                        "authorizerCredentials", authorizer.credentials().orElse(""))
                .putUnlessEmpty("identitySource", authorizer.identitySource().orElse(""))
                .putUnlessEmpty(
                        "identityValidationExpression",
                        authorizer.identityValidationExpression().orElse(""));
        if (authorizer.resultTtlInSeconds() != Authorizer.DEFAULT_TTL_SECONDS) {
            fields.put("authorizerResultTtlInSeconds", authorizer.resultTtlInSeconds());
        }
        return fields.putUnlessEmpty("providerARNs", Node.texts(authorizer.providerArns()))
                .build();
    }

    /** One entry for each thing the method asks for. */
    Node.Sequence requirements(Method method) {
        var requirements = new ArrayList<Mapping>();
        switch (method.authorization().type()) {
            case NONE -> {}
            case AWS_IAM -> requirements.add(requirement(sigv4Scheme, List.of()));
            case CUSTOM, COGNITO_USER_POOLS ->
                requirements.add(requirement(
                        name(method.authorization().authorizerId().orElse("")),
                        method.authorization().scopes()));
        }
        if (method.apiKeyRequired()) {
            requirements.add(requirement(apiKeyScheme, List.of()));
        }
        return Node.sequence(requirements);
    }

    /** An authorizer that there is not goes by its id: read back, the method is refused and not open. */
    private String name(String authorizerId) {
        return definition.authorizer(authorizerId).map(Authorizer::name).orElse(authorizerId);
    }

    private static Mapping requirement(String scheme, List<String> scopes) {
        return Mapping.builder().put(scheme, Node.texts(scopes)).build();
    }
}
