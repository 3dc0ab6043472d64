package dev.sluice.engine.fuzz;

import dev.sluice.engine.execution.authorization.policy.AccessRequest;
import dev.sluice.engine.execution.authorization.policy.AccessRequest.Principal;
import dev.sluice.engine.execution.authorization.policy.BadPolicy;
import dev.sluice.engine.execution.authorization.policy.Effect;
import dev.sluice.engine.execution.authorization.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Policies as strangers write them: refused in words or asked in bounded time; a Deny of everything stays one. */
class PolicyFuzzTest {
    private static final String API = "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/";
    private static final List<String> RESOURCES = List.of(
            "*",
            API + "*",
            API + "prod/GET/pets",
            API + "*/GET/*",
            "execute-api:/prod/*/pets",
            "execute-api:/*",
            "arn:*:*:*:*:*",
            "*a*a*a*a*a*a*a*a*a*b".repeat(20),
            "????",
            "",
            "${aws:username}");
    private static final List<String> CONDITIONS = List.of(
            "\"IpAddress\": {\"aws:SourceIp\": [\"127.0.0.1/8\", \"::/0\"]}",
            "\"NotIpAddress\": {\"aws:SourceIp\": \"300.1.1.1/99\"}",
            "\"StringLike\": {\"aws:UserAgent\": \"" + "*a".repeat(200) + "\"}",
            "\"StringEqualsIfExists\": {\"aws:SourceVpc\": [\"vpc-1\", 1, null]}",
            "\"ForAllValues:StringLike\": {\"aws:TagKeys\": [\"*\"]}",
            "\"DateGreaterThan\": {\"aws:CurrentTime\": \"2026-01-01T00:00:00Z\"}",
            "\"NumericLessThan\": {\"aws:EpochTime\": \"1e999\"}",
            "\"Null\": {\"aws:SourceIp\": \"true\"}",
            "\"Bool\": {\"aws:SecureTransport\": \"maybe\"}",
            "\"Unknown\": {\"a\": {}}");
    private static final List<String> WORDS = List.of(
            "\"Effect\": \"Allow\",",
            "\"Effect\": \"Deny\",",
            "\"NotAction\": \"*\",",
            "\"NotResource\": [],",
            "\"Principal\": {\"AWS\": \"*\"},",
            "\"NotPrincipal\": \"*\",",
            "*",
            "?",
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            "null");

    @Test
    void policiesAreRefusedInWordsOrAskedInBoundedTime() {
        Fuzz.run(0.05, PolicyFuzzTest::input, PolicyFuzzTest::check);
    }

    private static String input(SplittableRandom random) {
        var statements = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            statements.append(statements.isEmpty() ? "" : ", ").append(statement(random));
        }
        String policy = "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
        return random.nextBoolean() ? policy : Text.spoiled(random, policy, WORDS);
    }

    private static String statement(SplittableRandom random) {
        return "{\"Effect\": \"" + Text.any(random, List.of("Allow", "Allow", "Deny", "allow"))
                + "\", \"Principal\": " + Text.any(random, List.of("\"*\"", "{\"AWS\": [\"123456789012\"]}", "{}"))
                + ", \"Action\": " + Text.any(random, List.of("\"execute-api:Invoke\"", "\"*\"", "[\"execute-api:*\"]"))
                + ", \"Resource\": [\"" + Text.any(random, RESOURCES) + "\", \"" + Text.any(random, RESOURCES) + "\"]"
                + (random.nextBoolean() ? ", \"Condition\": {" + Text.any(random, CONDITIONS) + "}" : "") + "}";
    }

    private static void check(String input) {
        var request = new AccessRequest(
                "execute-api:Invoke",
                API + "prod/GET/" + "a".repeat(500),
                Principal.ANONYMOUS,
                Map.of("aws:sourceip", "127.0.0.1", "aws:useragent", "a".repeat(2_000)));
        try {
            Policy.ofResource(input, API).ask(request);
        } catch (BadPolicy refused) {
            said(refused);
        }
        try {
            Policy.ofIdentity(input).ask(request);
        } catch (BadPolicy refused) {
            said(refused);
            if (Policy.ofIdentityOrDenyAll(input).ask(request) == Effect.ALLOW) {
                throw new AssertionError("a policy that cannot be read lets somebody in");
            }
        }
    }

    private static void said(BadPolicy refused) {
        if (refused.sentence().isBlank()) {
            throw new AssertionError("a policy is refused without a word", refused);
        }
    }
}
