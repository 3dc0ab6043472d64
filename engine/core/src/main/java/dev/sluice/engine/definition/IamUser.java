package dev.sluice.engine.definition;

import java.util.List;
import java.util.Optional;

/**
 * A caller that signs its requests, known to this workspace only.
 *
 * @param accessKeyId what a signature names, for example {@code AKIDEXAMPLE}
 * @param secretAccessKey what it is made with; stored apart from the shared files
 * @param policies identity-based policies as JSON text
 * @param accountId the account the user belongs to; absent for the workspace's own
 * @param session present if the credentials are temporary
 */
public record IamUser(
        String userName,
        String accessKeyId,
        String secretAccessKey,
        List<String> policies,
        Optional<String> accountId,
        Optional<Session> session) {
    public IamUser {
        policies = List.copyOf(policies);
    }

    /** A user of the workspace's account with lasting credentials. */
    public IamUser(String userName, String accessKeyId, String secretAccessKey, List<String> policies) {
        this(userName, accessKeyId, secretAccessKey, policies, Optional.empty(), Optional.empty());
    }

    /**
     * What makes credentials temporary.
     *
     * @param token sent as {@code X-Amz-Security-Token}; stored apart from the shared files
     * @param expiration seconds since 1970-01-01T00:00Z from which it is refused; absent never expires
     */
    public record Session(String token, Optional<Long> expiration) {}
}
