package dev.sluice.engine.execution.authorization.policy;

import dev.sluice.engine.execution.authorization.policy.AccessRequest.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whom a statement is about. {@code *} is everybody; an account, by its number or its {@code root}, is everybody in it.
 * Services, federated and canonical users never call an API, so they match nobody. There are no wildcards within a
 * principal.
 */
record PrincipalMatch(boolean inverted, Set<String> names) {
    static final PrincipalMatch ANYBODY = new PrincipalMatch(false, Set.of("*"));

    private static final List<String> KINDS = List.of("AWS", "Service", "Federated", "CanonicalUser");

    static PrincipalMatch read(JsonNode node, boolean inverted) throws BadPolicy {
        if (node.isString()) {
            if (!node.asString().equals("*")) {
                throw new BadPolicy("A Principal is \"*\" or an object such as {\"AWS\": \"arn:...\"}.");
            }
            return new PrincipalMatch(inverted, Set.of("*"));
        }
        if (!node.isObject()) {
            throw new BadPolicy("A Principal is \"*\" or an object such as {\"AWS\": \"arn:...\"}.");
        }
        Elements.onlyKnown(node, KINDS, "Principal");
        var names = new HashSet<String>();
        if (node.has("AWS")) {
            names.addAll(Elements.texts(node.path("AWS"), "AWS"));
        }
        return new PrincipalMatch(inverted, Set.copyOf(names));
    }

    boolean matches(Principal principal) {
        boolean named = names.contains("*")
                || switch (principal) {
                    case Principal.Anonymous() -> false;
                    case Principal.User(String accountId, String arn) ->
                        names.contains(arn)
                                || names.contains(accountId)
                                || names.contains("arn:aws:iam::" + accountId + ":root");
                };
        return named != inverted;
    }
}
