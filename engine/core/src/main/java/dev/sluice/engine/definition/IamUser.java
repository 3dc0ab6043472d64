package dev.sluice.engine.definition;

import java.util.List;

/**
 * A caller that signs its requests, known to this workspace only.
 *
 * @param accessKeyId what a signature names, for example {@code AKIDEXAMPLE}
 * @param secretAccessKey what it is made with; stored apart from the shared files
 * @param policies identity-based policies as JSON text
 */
public record IamUser(String userName, String accessKeyId, String secretAccessKey, List<String> policies) {
    public IamUser {
        policies = List.copyOf(policies);
    }
}
