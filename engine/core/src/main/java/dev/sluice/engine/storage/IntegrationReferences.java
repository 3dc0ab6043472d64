package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.Type;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.Workspace;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the functions and VPC links that an API's integrations name. */
final class IntegrationReferences {
    private static final String EXTENSION = "x-amazon-apigateway-";
    private static final Pattern FUNCTION = Pattern.compile(":function:([^:/]+)");

    private final Fields openApi;
    private final Workspace workspace;

    IntegrationReferences(Fields openApi, Workspace workspace) {
        this.openApi = openApi;
        this.workspace = workspace;
    }

    void check(ApiDefinition definition) {
        for (Authorizer authorizer : definition.authorizers()) {
            check(authorizer);
        }
        for (Resource resource : definition.resources()) {
            resource.methods().values().forEach(method -> check(resource, method));
        }
    }

    private void check(Authorizer authorizer) {
        missingFunction(authorizer.authorizerUri())
                .ifPresent(name -> place(authorizer)
                        .warning(
                                "authorizerUri",
                                "No backend is a function named \"" + name
                                        + "\": methods behind this authorizer will answer 500. Add backends/" + name
                                        + ".json."));
        boolean unknown = authorizer.type() == Authorizer.Type.COGNITO_USER_POOLS
                && workspace.tokenIssuers().stream()
                        .noneMatch(issuer -> issuer.arns().stream().anyMatch(authorizer.providerArns()::contains));
        if (unknown) {
            place(authorizer)
                    .warning(
                            "providerARNs",
                            "No token issuer of the workspace has one of these ARNs: no token will be good. Add token-issuers/NAME.json.");
        }
    }

    private Fields place(Authorizer authorizer) {
        return openApi.fields("components")
                .fields("securitySchemes")
                .fields(authorizer.name())
                .fields(EXTENSION + "authorizer");
    }

    private void check(Resource resource, Method method) {
        Integration integration = method.integration();
        if (integration.type() == Type.AWS_PROXY || integration.type() == Type.AWS) {
            missingFunction(integration.uri())
                    .ifPresent(name -> place(resource, method)
                            .warning(
                                    "uri",
                                    "No backend is a function named \"" + name
                                            + "\": the method will answer 500. Add backends/" + name + ".json."));
        }
        integration
                .connectionId()
                .filter(id -> !isVariable(id) && workspace.vpcLink(id).isEmpty())
                .ifPresent(id -> place(resource, method)
                        .warning(
                                "connectionId",
                                "There is no VPC link with the id \"" + id + "\": the method will answer 500."));
    }

    private Optional<String> missingFunction(String uri) {
        Matcher function = FUNCTION.matcher(uri);
        return function.find() && !isVariable(function.group(1)) && !isFunction(function.group(1))
                ? Optional.of(function.group(1))
                : Optional.empty();
    }

    private boolean isFunction(String name) {
        return workspace.backend(name).orElse(null) instanceof Backend.Function;
    }

    private static boolean isVariable(String text) {
        return text.contains("${");
    }

    /** Where the document says it, if it says it there and not through a reference. */
    private Fields place(Resource resource, Method method) {
        String member = method.httpMethod().equals(Method.ANY)
                ? EXTENSION + "any-method"
                : method.httpMethod().toLowerCase(Locale.ROOT);
        return openApi.fields("paths").fields(resource.path()).fields(member).fields(EXTENSION + "integration");
    }
}
