package dev.sluice.engine.execution.authorization.policy;

import java.util.Map;
import java.util.Optional;

/**
 * What a policy is asked about.
 *
 * @param action as in {@code execute-api:Invoke}
 * @param resource ARN of what the action is done to
 * @param principal who does it
 * @param conditionKeys values by key in lower case, as in {@code aws:sourceip}
 */
public record AccessRequest(String action, String resource, Principal principal, Map<String, String> conditionKeys) {

    /** The value of a condition key, whatever the case of its name; empty if the request has none. */
    Optional<String> value(String lowerCaseKey) {
        return Optional.ofNullable(conditionKeys.get(lowerCaseKey));
    }

    /** Who acts. */
    public sealed interface Principal {
        Principal ANONYMOUS = new Anonymous();

        /** Nobody that AWS knows: callers without a signature, whatever else proves who they are. */
        record Anonymous() implements Principal {}

        /**
         * A signing user.
         *
         * @param arn as in {@code arn:aws:iam::123456789012:user/alice}
         */
        record User(String accountId, String arn) implements Principal {}
    }
}
