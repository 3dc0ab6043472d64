package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.authorization.policy.AccessRequest;
import dev.sluice.engine.execution.authorization.policy.BadPolicy;
import dev.sluice.engine.execution.authorization.policy.Effect;
import dev.sluice.engine.execution.authorization.policy.Policy;
import dev.sluice.engine.http.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a Lambda authorizer of an HTTP API answers: {@code isAuthorized} and a context, or an IAM policy with a
 * principal. A policy is asked anew for each route.
 */
public sealed interface AuthorizerDecision {
    /** Largest answer that is read, in bytes. A choice: AWS's own limit is not public. */
    int LARGEST = 262_144;

    /**
     * An answer that can be used.
     *
     * @param policy absent for a simple answer
     * @param isAuthorized what a simple answer says
     * @param context whatever else the function says of the caller
     */
    record Usable(Optional<Policy> policy, boolean isAuthorized, Map<String, Object> context)
            implements AuthorizerDecision {
        boolean allows(String routeArn, String sourceIp) {
            return policy.map(found -> found.ask(new AccessRequest(
                                    "execute-api:Invoke",
                                    routeArn,
                                    AccessRequest.Principal.ANONYMOUS,
                                    Map.of("aws:sourceip", sourceIp)))
                            == Effect.ALLOW)
                    .orElse(isAuthorized);
        }

        RouteCaller caller() {
            return new RouteCaller(Map.of("lambda", context), context);
        }
    }

    /** @param reason a sentence for the author of the function */
    record Unusable(String reason) implements AuthorizerDecision {}

    /** Never throws. */
    static AuthorizerDecision read(Body payload, boolean simple) {
        if (payload.length() > LARGEST) {
            return new Unusable("The answer is larger than " + LARGEST + " bytes.");
        }
        try {
            JsonNode answer = JsonMapper.shared().readTree(payload.utf8());
            return simple ? simple(answer) : policy(answer);
        } catch (JacksonException e) {
            return new Unusable("The answer is no JSON.");
        } catch (BadPolicy e) {
            return new Unusable(e.sentence());
        }
    }

    private static AuthorizerDecision simple(JsonNode answer) {
        JsonNode authorized = answer.path("isAuthorized");
        return authorized.isBoolean()
                ? new Usable(Optional.empty(), authorized.asBoolean(), context(answer))
                : new Unusable("The answer's isAuthorized is neither true nor false.");
    }

    private static AuthorizerDecision policy(JsonNode answer) throws BadPolicy {
        JsonNode document = answer.path("policyDocument");
        JsonNode principal = answer.path("principalId");
        if (!document.isObject()
                || !principal.isValueNode()
                || principal.asString("").isEmpty()) {
            return new Unusable("The answer lacks principalId or policyDocument.");
        }
        Map<String, Object> context = context(answer);
        context.put("principalId", principal.asString());
        return new Usable(Optional.of(Policy.ofIdentity(document)), false, context);
    }

    private static Map<String, Object> context(JsonNode answer) {
        var context = new LinkedHashMap<String, Object>();
        answer.path("context").properties().forEach(entry -> {
            Object value = value(entry.getValue());
            if (value != null) {
                context.put(entry.getKey(), value);
            }
        });
        return context;
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node.getNodeType()) {
            case BOOLEAN -> node.asBoolean();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.asLong() : node.asDouble();
            case STRING -> node.asString();
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                node.forEach(item -> {
                    Object value = value(item);
                    if (value != null) {
                        list.add(value);
                    }
                });
                yield list;
            }
            case OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                node.properties().forEach(entry -> {
                    Object value = value(entry.getValue());
                    if (value != null) {
                        map.put(entry.getKey(), value);
                    }
                });
                yield map;
            }
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }
}
