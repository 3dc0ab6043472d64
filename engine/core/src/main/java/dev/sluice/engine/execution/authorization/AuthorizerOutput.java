package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.authorization.policy.BadPolicy;
import dev.sluice.engine.execution.authorization.policy.Policy;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.Masked;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Lambda authorizer answers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html">
 *     Output from a Lambda authorizer</a>
 */
public sealed interface AuthorizerOutput {
    /** Largest answer that is read, in bytes. A choice: AWS's own limit is not public. */
    int LARGEST = 262_144;

    /**
     * An answer that can be used.
     *
     * @param context whatever else the function says of the caller: texts only, as AWS makes them
     */
    record Usable(String principalId, Policy policy, Map<String, String> context, Optional<String> usageIdentifierKey)
            implements AuthorizerOutput {
        /**
         * Tells the exchange who is calling.
         *
         * @param latencyMillis how long the function took; 0 for an answer that was kept
         */
        void accept(Exchange exchange, long latencyMillis, long nowNanos) {
            var values = new LinkedHashMap<String, Object>(context);
            values.put("principalId", principalId);
            values.put("integrationLatency", latencyMillis);
            exchange.calledBy(new Caller.KnownToFunction(policy, values, usageIdentifierKey));
            if (exchange.isNoted()) {
                exchange.note(new JournalEntry.AuthorizerSucceeded(nowNanos, Masked.of(principalId)));
            }
        }
    }

    /** @param reason a sentence for the author of the function */
    record Unusable(String reason) implements AuthorizerOutput {}

    /** Never throws. */
    static AuthorizerOutput read(Body payload) {
        if (payload.length() > LARGEST) {
            return new Unusable("The answer is larger than " + LARGEST + " bytes.");
        }
        try {
            return read(JsonMapper.shared().readTree(payload.utf8()));
        } catch (JacksonException e) {
            return new Unusable("The answer is no JSON.");
        } catch (BadPolicy e) {
            return new Unusable(e.sentence());
        }
    }

    private static AuthorizerOutput read(JsonNode answer) throws BadPolicy {
        JsonNode principal = answer.path("principalId");
        if (!answer.isObject()
                || !principal.isValueNode()
                || principal.isNull()
                || principal.asString().isEmpty()) {
            return new Unusable("The answer has no principalId.");
        }
        JsonNode document = answer.path("policyDocument");
        if (!document.isObject()) {
            return new Unusable("The answer has no policyDocument.");
        }
        JsonNode given = answer.path("context");
        if (!given.isObject() && !given.isMissingNode() && !given.isNull()) {
            return new Unusable("The answer's context is no object.");
        }
        var context = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            if (!entry.getValue().isValueNode()) {
                return new Unusable("The context's \"" + entry.getKey()
                        + "\" is an object or a list; only texts, numbers and truth values are allowed.");
            }
            if (!entry.getValue().isNull()) {
                context.put(entry.getKey(), entry.getValue().asString());
            }
        }
        Optional<String> key =
                Optional.of(answer.path("usageIdentifierKey").asString("")).filter(text -> !text.isEmpty());
        return new Usable(principal.asString(), Policy.ofIdentity(document), context, key);
    }
}
