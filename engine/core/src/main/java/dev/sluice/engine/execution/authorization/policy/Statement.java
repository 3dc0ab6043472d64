package dev.sluice.engine.execution.authorization.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** One statement: it applies if its principal, action, resource and every condition match. */
record Statement(
        Effect effect, PrincipalMatch principals, Patterns actions, Patterns resources, List<Condition> conditions) {

    private static final List<String> ELEMENTS = List.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    /** About everybody, every action and every resource: all but nothing. */
    static final Statement DENY_ALL = new Statement(
            Effect.DENY,
            PrincipalMatch.ANYBODY,
            new Patterns(true, List.of()),
            new Patterns(true, List.of()),
            List.of());

    /** What the policy is attached to. */
    enum Kind {
        IDENTITY,
        RESOURCE
    }

    /** @param inverted whether it is about everything else */
    private record Patterns(boolean inverted, List<Wildcard> patterns) {
        boolean match(String value, AccessRequest request) {
            for (Wildcard pattern : patterns) {
                if (pattern.matches(value, request)) {
                    return !inverted;
                }
            }
            return inverted;
        }
    }

    static Statement read(JsonNode node, Kind kind, UnaryOperator<String> expand) throws BadPolicy {
        if (!node.isObject()) {
            throw new BadPolicy("A statement is an object with Effect, Action and Resource.");
        }
        Elements.onlyKnown(node, ELEMENTS, "statement");
        return new Statement(
                effect(node),
                principals(node, kind),
                actions(node),
                resources(node, expand),
                Condition.read(node.path("Condition")));
    }

    private static Effect effect(JsonNode node) throws BadPolicy {
        return switch (node.path("Effect").asString("")) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new BadPolicy("A statement's Effect must be Allow or Deny.");
        };
    }

    private static PrincipalMatch principals(JsonNode node, Kind kind) throws BadPolicy {
        boolean named = node.has("Principal") || node.has("NotPrincipal");
        if (kind == Kind.IDENTITY) {
            if (named) {
                throw new BadPolicy("A policy of a user or an authorizer names no Principal: it is about that caller.");
            }
            return PrincipalMatch.ANYBODY;
        }
        if (!named) {
            throw new BadPolicy("A statement of a resource policy needs a Principal; \"*\" is everybody.");
        }
        boolean inverted = node.has("NotPrincipal");
        return PrincipalMatch.read(node.path(inverted ? "NotPrincipal" : "Principal"), inverted);
    }

    private static Patterns actions(JsonNode node) throws BadPolicy {
        boolean inverted = node.has("NotAction");
        var patterns = new ArrayList<Wildcard>();
        for (String action : texts(node, "Action", inverted)) {
            patterns.add(Wildcard.ignoringCase(action));
        }
        return new Patterns(inverted, patterns);
    }

    private static Patterns resources(JsonNode node, UnaryOperator<String> expand) throws BadPolicy {
        boolean inverted = node.has("NotResource");
        List<String> resources =
                texts(node, "Resource", inverted).stream().map(expand).toList();
        return new Patterns(inverted, Elements.wildcards(resources));
    }

    private static List<String> texts(JsonNode node, String name, boolean inverted) throws BadPolicy {
        String element = inverted ? "Not" + name : name;
        if (inverted && node.has(name)) {
            throw new BadPolicy("A statement has " + name + " or Not" + name + ", not both.");
        }
        JsonNode value = node.path(element);
        if (value.isMissingNode() || value.isArray() && value.isEmpty()) {
            throw new BadPolicy("A statement needs " + name + " or Not" + name + ".");
        }
        return Elements.texts(value, element);
    }

    boolean applies(AccessRequest request) {
        return principals.matches(request.principal())
                && actions.match(request.action(), request)
                && resources.match(request.resource(), request)
                && conditions.stream().allMatch(condition -> condition.holds(request));
    }
}
