package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.authorization.policy.AccessRequest;
import dev.sluice.engine.execution.authorization.policy.BadPolicy;
import dev.sluice.engine.execution.authorization.policy.Effect;
import dev.sluice.engine.execution.authorization.policy.Policy;
import java.util.Optional;

/** An API's own policy. One that cannot be read denies everything: AWS would not have taken it. */
final class ResourcePolicy {
    private final Optional<Policy> policy;

    private ResourcePolicy(Optional<Policy> policy) {
        this.policy = policy;
    }

    /** @param apiArn what {@code execute-api:/} stands for */
    static ResourcePolicy of(String json, String apiArn) {
        try {
            return new ResourcePolicy(Optional.of(Policy.ofResource(json, apiArn)));
        } catch (BadPolicy e) {
            return new ResourcePolicy(Optional.empty());
        }
    }

    Effect ask(AccessRequest request) {
        return policy.map(readable -> readable.ask(request)).orElse(Effect.DENY);
    }
}
