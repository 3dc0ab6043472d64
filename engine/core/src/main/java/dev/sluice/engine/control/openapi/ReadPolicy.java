package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.EmbeddedJson;
import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.execution.authorization.policy.BadPolicy;
import dev.sluice.engine.execution.authorization.policy.Policy;
import java.util.Optional;

/**
 * Reads {@code x-amazon-apigateway-policy}, an object or the same as text. A policy that cannot be used is kept and
 * reported: the API then denies every request, as it must not be open by mistake.
 */
final class ReadPolicy {
    static final String MEMBER = "x-amazon-apigateway-policy";

    private final Reading reading;

    ReadPolicy(Reading reading) {
        this.reading = reading;
    }

    Optional<String> policy(Fields root) {
        Optional<String> policy =
                root.node(MEMBER).map(EmbeddedJson::text).map(new IntegrationUri(reading)::substitute);
        policy.ifPresent(json -> check(root, json));
        return policy;
    }

    private static void check(Fields root, String json) {
        try {
            Policy.ofResource(json, "");
        } catch (BadPolicy e) {
            root.error(MEMBER, e.sentence() + " Until that is corrected every request is denied.");
        }
    }
}
