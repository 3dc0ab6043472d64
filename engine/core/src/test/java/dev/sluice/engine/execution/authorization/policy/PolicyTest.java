package dev.sluice.engine.execution.authorization.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.authorization.policy.AccessRequest.Principal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final String API = "arn:aws:execute-api:us-east-1:123456789012:abcdef1234/";
    private static final String PETS = API + "prod/GET/pets/1";
    private static final Principal ALICE = new Principal.User("123456789012", "arn:aws:iam::123456789012:user/alice");

    private static AccessRequest request(String action, String resource, Map<String, String> keys) {
        return new AccessRequest(action, resource, ALICE, keys);
    }

    private static Effect identity(String statement, Map<String, String> keys) throws BadPolicy {
        return Policy.ofIdentity("{\"Version\":\"2012-10-17\",\"Statement\":[" + statement + "]}")
                .ask(request("execute-api:Invoke", PETS, keys));
    }

    private static Effect identity(String statement) throws BadPolicy {
        return identity(statement, Map.of());
    }

    private static Effect resource(String statements, Principal principal) throws BadPolicy {
        return Policy.ofResource("{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}", API)
                .ask(new AccessRequest("execute-api:Invoke", PETS, principal, Map.of()));
    }

    private static Effect condition(String condition, Map<String, String> keys) throws BadPolicy {
        return identity(
                "{\"Effect\":\"Allow\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"*\",\"Condition\":" + condition
                        + "}",
                keys);
    }

    private static boolean holds(String operator, String wanted, String value) throws BadPolicy {
        return condition("{\"" + operator + "\":{\"aws:Key\":" + wanted + "}}", Map.of("aws:key", value))
                == Effect.ALLOW;
    }

    private static boolean holdsAbsent(String operator, String wanted) throws BadPolicy {
        return condition("{\"" + operator + "\":{\"aws:Key\":" + wanted + "}}", Map.of()) == Effect.ALLOW;
    }

    private static String sentence(String statement) {
        return assertThrows(BadPolicy.class, () -> identity(statement)).sentence();
    }

    @Test
    void actionsAndResourcesAreMatchedWithWildcards() throws Exception {
        for (String action :
                List.of("execute-api:Invoke", "EXECUTE-API:invoke", "execute-api:*", "*", "execute-api:Invok?")) {
            assertEquals(
                    Effect.ALLOW,
                    identity("{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}"),
                    action);
        }
        assertEquals(
                Effect.SILENT,
                identity("{\"Effect\":\"Allow\",\"Action\":\"execute-api:Manage*\",\"Resource\":\"*\"}"));
        for (String resource : List.of(PETS, API + "*", API + "*/GET/pets/?", API + "prod/*/pets/*")) {
            assertEquals(
                    Effect.ALLOW,
                    identity("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":[\"x\",\"" + resource + "\"]}"),
                    resource);
        }
        for (String resource : List.of(API + "prod/GET/PETS/1", API + "prod/POST/*", API + "prod/GET/pets")) {
            assertEquals(
                    Effect.SILENT,
                    identity("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"" + resource + "\"}"),
                    resource);
        }
    }

    @Test
    void notActionAndNotResourceAreAboutEverythingElse() throws Exception {
        assertEquals(
                Effect.SILENT, identity("{\"Effect\":\"Allow\",\"NotAction\":\"execute-api:*\",\"Resource\":\"*\"}"));
        assertEquals(Effect.ALLOW, identity("{\"Effect\":\"Allow\",\"NotAction\":\"s3:*\",\"Resource\":\"*\"}"));
        assertEquals(
                Effect.DENY,
                identity("{\"Effect\":\"Deny\",\"Action\":\"*\",\"NotResource\":\"" + API + "prod/GET/dogs*\"}"));
    }

    @Test
    void aDenialOutweighsEveryAllowance() throws Exception {
        String allow = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";
        String deny = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*/GET/pets/*\"}";
        assertEquals(Effect.DENY, identity(allow + "," + deny));
        assertEquals(Effect.DENY, identity(deny + "," + allow));
        assertEquals(Effect.SILENT, Policy.ofIdentity("{\"Statement\":[]}").ask(request("a", "b", Map.of())));
    }

    @Test
    void executeApiSlashStandsForTheApiItself() throws Exception {
        String allow =
                "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"execute-api:/%s\"}";
        assertEquals(Effect.ALLOW, resource(allow.formatted("*"), Principal.ANONYMOUS));
        assertEquals(Effect.ALLOW, resource(allow.formatted("prod/GET/pets/*"), Principal.ANONYMOUS));
        assertEquals(Effect.SILENT, resource(allow.formatted("dev/*"), Principal.ANONYMOUS));
    }

    @Test
    void principalsAreEverybodyAnAccountOrAUser() throws Exception {
        String allow = "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"*\",\"Resource\":\"*\"}";
        for (String principal : List.of(
                "\"*\"",
                "{\"AWS\":\"*\"}",
                "{\"AWS\":\"123456789012\"}",
                "{\"AWS\":[\"x\",\"arn:aws:iam::123456789012:root\"]}",
                "{\"AWS\":\"arn:aws:iam::123456789012:user/alice\"}")) {
            assertEquals(Effect.ALLOW, resource(allow.formatted(principal), ALICE), principal);
        }
        for (String principal : List.of(
                "{\"AWS\":\"210987654321\"}",
                "{\"AWS\":\"arn:aws:iam::123456789012:user/*\"}",
                "{\"Service\":\"lambda.amazonaws.com\"}",
                "{\"Federated\":\"*\"}")) {
            assertEquals(Effect.SILENT, resource(allow.formatted(principal), ALICE), principal);
        }
        assertEquals(Effect.SILENT, resource(allow.formatted("{\"AWS\":\"123456789012\"}"), Principal.ANONYMOUS));
        String deny =
                "{\"Effect\":\"Deny\",\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::123456789012:user/alice\"},\"Action\":\"*\",\"Resource\":\"*\"}";
        assertEquals(Effect.SILENT, resource(deny, ALICE));
        assertEquals(Effect.DENY, resource(deny, Principal.ANONYMOUS));
    }

    @Test
    void stringOperatorsCompareWithAndWithoutCaseAndWildcards() throws Exception {
        assertTrue(holds("StringEquals", "[\"a\",\"b\"]", "b"));
        assertTrue(!holds("StringEquals", "\"a*\"", "ab"));
        assertTrue(!holds("StringEquals", "\"a\"", "A"));
        assertTrue(holds("StringEqualsIgnoreCase", "\"a\"", "A"));
        assertTrue(holds("StringNotEquals", "[\"a\",\"b\"]", "c"));
        assertTrue(!holds("StringNotEquals", "[\"a\",\"b\"]", "b"));
        assertTrue(holds("StringLike", "\"curl/*\"", "curl/8.5"));
        assertTrue(!holds("StringLike", "\"curl/?\"", "curl/8.5"));
        assertTrue(holds("StringNotLike", "\"curl/*\"", "wget"));
        assertTrue(holds("BinaryEquals", "\"QQ==\"", "QQ=="));
    }

    @Test
    void numbersDatesAndTruthValuesAreCompared() throws Exception {
        assertTrue(holds("NumericEquals", "\"10\"", "10.0"));
        assertTrue(holds("NumericLessThan", "10", "9"));
        assertTrue(!holds("NumericLessThan", "10", "10"));
        assertTrue(holds("NumericGreaterThanEquals", "10", "10"));
        assertTrue(!holds("NumericEquals", "10", "ten"));
        assertTrue(holds("DateGreaterThan", "\"2026-01-01T00:00:00Z\"", "2026-01-01T00:00:01Z"));
        assertTrue(holds("DateLessThan", "\"2026-01-02\"", "1767225600"));
        assertTrue(holds("DateEquals", "\"2026-01-01T01:00:00+01:00\"", "2026-01-01T00:00:00Z"));
        assertTrue(holds("Bool", "\"true\"", "true"));
        assertTrue(holds("Bool", "true", "true"));
        assertTrue(!holds("Bool", "\"false\"", "true"));
    }

    @Test
    void addressesAreMatchedByTheirRange() throws Exception {
        assertTrue(holds("IpAddress", "[\"10.0.0.0/8\",\"203.0.113.7\"]", "203.0.113.7"));
        assertTrue(holds("IpAddress", "\"203.0.113.0/24\"", "::ffff:203.0.113.9"));
        assertTrue(!holds("IpAddress", "\"203.0.113.0/24\"", "203.0.114.0"));
        assertTrue(holds("NotIpAddress", "\"203.0.113.0/24\"", "203.0.114.0"));
        assertTrue(holds("IpAddress", "\"2001:db8::/32\"", "2001:db8:1::2"));
        assertTrue(!holds("IpAddress", "\"2001:db8::/32\"", "2001:db9::1"));
        assertTrue(holds("IpAddress", "\"0.0.0.0/0\"", "1.2.3.4"));
        assertTrue(!holds("IpAddress", "\"0.0.0.0/0\"", "2001:db8::1"));
        assertTrue(!holds("IpAddress", "\"10.0.0.0/8\"", "localhost"));
    }

    @Test
    void arnsAreMatchedPartByPart() throws Exception {
        String alice = "arn:aws:iam::123456789012:user/alice";
        assertTrue(holds("ArnLike", "\"arn:aws:iam::*:user/a*\"", alice));
        assertTrue(holds("ArnEquals", "\"arn:*:iam::123456789012:user/alice\"", alice));
        assertTrue(!holds("ArnLike", "\"arn:*:user/alice:x:y:z\"", alice));
        assertTrue(holds("ArnNotLike", "\"arn:aws:iam::*:user/b*\"", alice));
    }

    @Test
    void anAbsentKeyFitsNothingUnlessTheOperatorSaysSo() throws Exception {
        for (String operator : List.of(
                "StringEquals", "StringLike", "NumericEquals", "DateEquals", "Bool", "ForAnyValue:StringEquals")) {
            String value =
                    operator.startsWith("Date") ? "\"2026-01-01\"" : operator.equals("Bool") ? "\"true\"" : "\"1\"";
            assertTrue(!holdsAbsent(operator, value), operator);
            assertTrue(holdsAbsent(operator + "IfExists", value), operator);
        }
        assertTrue(!holdsAbsent("IpAddress", "\"10.0.0.0/8\""));
        assertTrue(holdsAbsent("NotIpAddress", "\"10.0.0.0/8\""));
        assertTrue(holdsAbsent("StringNotEquals", "\"1\""));
        assertTrue(holdsAbsent("ForAllValues:StringEquals", "\"1\""));
        assertTrue(!holdsAbsent("ForAnyValue:StringNotEquals", "\"1\""));
        assertTrue(holdsAbsent("Null", "\"true\""));
        assertTrue(!holds("Null", "\"true\"", "there"));
        assertTrue(holds("Null", "false", "there"));
    }

    @Test
    void everyConditionMustHold() throws Exception {
        var keys = Map.of("aws:sourceip", "10.1.2.3", "aws:useragent", "curl/8");
        assertEquals(
                Effect.ALLOW,
                condition(
                        "{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"},\"StringLike\":{\"aws:UserAgent\":\"curl*\"}}",
                        keys));
        assertEquals(
                Effect.SILENT,
                condition(
                        "{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/8\"},\"StringLike\":{\"aws:UserAgent\":\"wget*\"}}",
                        keys));
    }

    @Test
    void variablesStandForTheirValueAndNothingElse() throws Exception {
        String allow = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*/GET/${aws:username}/1\"}";
        assertEquals(Effect.ALLOW, identity(allow, Map.of("aws:username", "pets")));
        assertEquals(Effect.SILENT, identity(allow, Map.of("aws:username", "p*")));
        assertEquals(Effect.SILENT, identity(allow, Map.of()));
        assertTrue(holds("StringEquals", "\"${aws:Key}\"", "x"));
        assertTrue(holds("StringEquals", "\"a${*}*\"", "a**"));
        assertTrue(!holds("StringEquals", "\"a${*}*\"", "a*b"));
    }

    @Test
    void whatIsNotUnderstoodMakesThePolicyUnusable() {
        String rest = "\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"";
        assertEquals(
                "The condition operator \"StringMatches\" is not known.",
                sentence("{" + rest + ",\"Condition\":{\"StringMatches\":{\"aws:Key\":\"x\"}}}"));
        assertTrue(
                sentence("{" + rest + ",\"Conditions\":{}}").startsWith("A statement has no element \"Conditions\""));
        assertTrue(sentence("{" + rest + ",\"Principal\":\"*\"}").contains("names no Principal"));
        assertTrue(sentence("{\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\"}")
                .contains("Allow or Deny"));
        assertTrue(sentence("{\"Effect\":\"Allow\",\"Resource\":\"*\"}").contains("needs Action"));
        assertTrue(sentence("{\"Effect\":\"Allow\",\"Action\":\"*\"}").contains("needs Resource"));
        assertTrue(sentence("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":{}}")
                .contains("a text or a list"));
        assertTrue(sentence("{" + rest + ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"10.0.0.0/33\"}}}")
                .contains("no range"));
        assertTrue(sentence("{" + rest + ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"yes\"}}}")
                .contains("neither true nor false"));
        for (String json : List.of(
                "", "[]", "{}", "\"x\"", "{\"Statement\":\"x\"}", "{\"Version\":\"2020-01-01\",\"Statement\":[]}")) {
            assertThrows(BadPolicy.class, () -> Policy.ofIdentity(json), json);
        }
        assertThrows(
                BadPolicy.class,
                () -> resource("{" + rest + "}", ALICE),
                "a resource policy's statement names its principals");
    }
}
