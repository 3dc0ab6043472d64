package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.execution.authorization.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is calling, as far as the method's authorization has found out. */
public sealed interface Caller {
    /** What {@code $context.authorizer} and a function's event say of the caller; empty without an authorizer. */
    Map<String, Object> authorizerContext();

    /**
     * Known to a Lambda authorizer.
     *
     * @param policy what the authorizer lets it do
     * @param usageIdentifierKey the API key it uses, if the API takes keys from its authorizers
     */
    record KnownToFunction(Policy policy, Map<String, Object> authorizerContext, Optional<String> usageIdentifierKey)
            implements Caller {}

    /** The bearer of a user pool's token. */
    record Bearer(Map<String, Object> authorizerContext) implements Caller {}

    /**
     * A user that signed the request.
     *
     * @param accountId of the user
     * @param principalId unique id of the user, as in {@code AIDA...}
     * @param policies what the user may do
     */
    record Signer(IamUser user, String accountId, String principalId, List<Policy> policies) implements Caller {
        public Signer {
            policies = List.copyOf(policies);
        }

        public String arn() {
            return "arn:aws:iam::" + accountId + ":user/" + user.userName();
        }

        /** What {@code $context.identity} and a function's event say of the user. */
        public Map<String, String> identity() {
            return Map.of(
                    "accessKey", user.accessKeyId(),
                    "accountId", accountId,
                    "caller", principalId,
                    "user", principalId,
                    "userArn", arn());
        }

        @Override
        public Map<String, Object> authorizerContext() {
            return Map.of();
        }
    }
}
