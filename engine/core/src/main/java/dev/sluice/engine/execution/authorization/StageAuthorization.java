package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Authorizer;
import dev.sluice.engine.definition.MethodAuthorization;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.authorization.ServedAuthorization.Scheme;
import dev.sluice.engine.execution.token.IssuerKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the authorization of a stage's methods ready: policy, authorizers, users and keys are read once. */
public final class StageAuthorization {
    /** What every stage of a workspace shares. */
    public static final class Shared {
        private final Workspace workspace;
        private final IamCallers iamCallers;
        private final List<IssuerKeys> issuers;

        public Shared(Workspace workspace) {
            this.workspace = workspace;
            iamCallers = new IamCallers(workspace);
            issuers = workspace.tokenIssuers().stream().map(IssuerKeys::of).toList();
        }
    }

    private final Shared shared;
    private final Optional<ResourcePolicy> policy;
    private final Map<String, Authorizer> authorizers = new HashMap<>();
    private final Map<String, LambdaAuthorizer> functions = new HashMap<>();
    private final Map<String, String> variables;

    /** @param variables the stage's variables */
    public StageAuthorization(Shared shared, String apiId, ApiDefinition definition, Map<String, String> variables) {
        this.shared = shared;
        this.variables = variables;
        String apiArn = MethodArn.ofApi(shared.workspace.account(), apiId);
        policy = definition.policy().map(json -> ResourcePolicy.of(json, apiArn));
        definition.authorizers().forEach(authorizer -> authorizers.put(authorizer.id(), authorizer));
    }

    public ServedAuthorization of(MethodAuthorization authorization) {
        boolean open = authorization.type() == MethodAuthorization.Type.NONE && policy.isEmpty();
        return open ? ServedAuthorization.OPEN : new ServedAuthorization(scheme(authorization), policy);
    }

    private Scheme scheme(MethodAuthorization authorization) {
        return switch (authorization.type()) {
            case NONE -> new Scheme.None();
            case AWS_IAM -> new Scheme.Iam(shared.iamCallers);
            case CUSTOM, COGNITO_USER_POOLS -> byAuthorizer(authorization);
        };
    }

    private Scheme byAuthorizer(MethodAuthorization authorization) {
        String id = authorization.authorizerId().orElse("");
        Authorizer authorizer = authorizers.get(id);
        if (authorizer == null) {
            return new Scheme.Missing(id);
        }
        return switch (authorizer.type()) {
            case TOKEN, REQUEST ->
                new Scheme.Function(functions.computeIfAbsent(
                        id, unused -> new LambdaAuthorizer(authorizer, variables, shared.workspace)));
            case COGNITO_USER_POOLS ->
                new Scheme.Token(new TokenAuthorizer(authorizer, authorization.scopes(), shared.issuers));
        };
    }
}
