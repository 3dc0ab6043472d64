package dev.sluice.engine.execution.authorization.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A policy document, read. Immutable; asking it allocates little and takes bounded time. */
public final class Policy {
    /** Longest document, in characters: far more than AWS takes for any kind of policy. */
    private static final int LONGEST = 131_072;

    private static final int MOST_STATEMENTS = 1_000;

    private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");

    private static final Policy DENY_ALL = new Policy(List.of(Statement.DENY_ALL));

    private final List<Statement> statements;

    private Policy(List<Statement> statements) {
        this.statements = List.copyOf(statements);
    }

    /**
     * A policy attached to a user, or given by an authorizer: its statements name no principal.
     *
     * @throws BadPolicy with a sentence for the author
     */
    public static Policy ofIdentity(JsonNode document) throws BadPolicy {
        return read(document, Statement.Kind.IDENTITY, resource -> resource);
    }

    /** The same from text; one that cannot be read denies everything, since it might have meant to. */
    public static Policy ofIdentityOrDenyAll(String json) {
        try {
            return ofIdentity(json);
        } catch (BadPolicy e) {
            return DENY_ALL;
        }
    }

    /** The same from text. */
    public static Policy ofIdentity(String json) throws BadPolicy {
        return ofIdentity(tree(json));
    }

    /**
     * A policy attached to an API: each statement names the principals it is about.
     *
     * @param apiArn what a resource {@code execute-api:/} stands for, as in
     *     {@code arn:aws:execute-api:REGION:ACCOUNT:API/}
     * @throws BadPolicy with a sentence for the author
     */
    public static Policy ofResource(String json, String apiArn) throws BadPolicy {
        String shorthand = "execute-api:/";
        return read(
                tree(json),
                Statement.Kind.RESOURCE,
                resource ->
                        resource.startsWith(shorthand) ? apiArn + resource.substring(shorthand.length()) : resource);
    }

    private static JsonNode tree(String json) throws BadPolicy {
        if (json.length() > LONGEST) {
            throw new BadPolicy("The policy is longer than " + LONGEST + " characters.");
        }
        try {
            return JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw new BadPolicy("The policy is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Policy read(JsonNode document, Statement.Kind kind, UnaryOperator<String> expand) throws BadPolicy {
        if (!document.isObject()) {
            throw new BadPolicy("A policy is an object with Version and Statement.");
        }
        Elements.onlyKnown(document, ELEMENTS, "policy");
        String version = document.path("Version").asString("2012-10-17");
        if (!version.equals("2012-10-17") && !version.equals("2008-10-17")) {
            throw new BadPolicy("The policy's Version is \"" + version + "\"; it must be 2012-10-17.");
        }
        JsonNode statement = document.path("Statement");
        if (statement.isMissingNode()) {
            throw new BadPolicy("The policy has no Statement.");
        }
        var statements = new ArrayList<Statement>();
        for (JsonNode item : statement.isArray() ? statement : List.of(statement)) {
            statements.add(Statement.read(item, kind, expand));
        }
        if (statements.size() > MOST_STATEMENTS) {
            throw new BadPolicy("The policy has more than " + MOST_STATEMENTS + " statements.");
        }
        return new Policy(statements);
    }

    /** What the statements that apply say; a denial outweighs every allowance. */
    public Effect ask(AccessRequest request) {
        Effect effect = Effect.SILENT;
        for (Statement statement : statements) {
            if (statement.applies(request)) {
                effect = effect.or(statement.effect());
            }
        }
        return effect;
    }
}
