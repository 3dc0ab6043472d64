package dev.sluice.engine.execution.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.execution.authorization.TriedApi.Around;
import dev.sluice.engine.execution.token.Tokens;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.JsonNode;

/** IAM, user pools and resource policies as requests meet them (data-plane section 8). */
class SignedAndTokenCallersTest {
    private static final Tokens TOKENS = new Tokens("key-1");
    private static final long NOW_SECONDS = TriedApi.NOW / 1_000_000_000L;
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ANY_ALLOW = statement("Allow", "");
    private static final String OTHER_ACCOUNT = "210987654321";

    private static String statement(String effect, String principal) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"" + effect + "\"," + principal
                + "\"Action\":\"execute-api:Invoke\",\"Resource\":\"*\"}]}";
    }

    private static String api(String security, String... top) {
        return """
                openapi: 3.0.1
                info: {title: Tried}
                %s
                paths:
                  /b:
                    get:
                      %s
                      responses: {"200": {}}
                      x-amazon-apigateway-integration: {type: mock, requestTemplates: {application/json: '{"statusCode": 200}'}, responses: {default: {statusCode: 200, responseTemplates: {application/json: '$context.authorizer.claims.sub|$context.identity.userArn|$context.identity.accountId|$context.identity.accessKey'}}}}
                  /f:
                    get:
                      %s
                      x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:fn/invocations"}
                components:
                  securitySchemes:
                    pool: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: ["%s"]}}
                    sigv4: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4}
                """.formatted(String.join("\n", top), security, security, Tokens.POOL_ARN);
    }

    private static IamUser user(Optional<String> account, String... policies) {
        return new IamUser("alice", "AKIDEXAMPLE", SECRET, List.of(policies), account, Optional.empty());
    }

    private static HttpResponse signed(TriedApi api, String path) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(TriedApi.HOST)
                .encodedPath("/prod" + path)
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(builder -> builder.identity(AwsCredentialsIdentity.create("AKIDEXAMPLE", SECRET))
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(Instant.ofEpochSecond(NOW_SECONDS), ZoneOffset.UTC)))
                .request();
        var headers = new ArrayList<String>();
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                headers.addAll(List.of(name, values.getFirst()));
            }
        });
        return api.get(path, headers.toArray(String[]::new));
    }

    private static final String IAM = "security: [{sigv4: []}]";

    @Test
    void aSignerIsKnownToTemplatesAndFunctions() {
        var around = new Around(
                List.of(new Backend.ModelledFunction("fn", new FunctionAnswer.EchoEvent(), Backend.Latency.NONE)),
                List.of(user(Optional.empty(), ANY_ALLOW)),
                List.of(),
                List.of());
        TriedApi api = TriedApi.of(api(IAM), around);
        assertEquals(
                "|arn:aws:iam::123456789012:user/alice|123456789012|AKIDEXAMPLE",
                signed(api, "/b").body().utf8());
        assertEquals(200, signed(api, "/f").status());
        JsonNode identity = api.events().getFirst().path("requestContext").path("identity");
        assertEquals(
                "arn:aws:iam::123456789012:user/alice", identity.path("userArn").asString());
        assertEquals("123456789012", identity.path("accountId").asString());
        assertTrue(identity.path("caller").asString().startsWith("AIDA"));
        assertEquals(identity.path("caller"), identity.path("user"));
        assertTrue(api.events()
                .getFirst()
                .path("requestContext")
                .path("authorizer")
                .isMissingNode());
    }

    @Test
    void whatIsNotSignedIsRefused() {
        TriedApi api = TriedApi.of(
                api("x-amazon-apigateway-auth: {type: AWS_IAM}"), Around.users(user(Optional.empty(), ANY_ALLOW)));
        HttpResponse absent = api.get("/b");
        assertEquals(403, absent.status());
        assertEquals(
                "{\"message\":\"Missing Authentication Token\"}", absent.body().utf8());
        assertInstanceOf(Cause.SignatureMissing.class, api.cause());
        HttpResponse bearer = api.get("/b", "Authorization", "Bearer abc");
        assertEquals(
                "IncompleteSignatureException",
                bearer.headers().first("x-amzn-ErrorType").orElse(""));
        api.letPass(301);
        HttpResponse late = signed(api, "/b");
        assertEquals(403, late.status());
        assertEquals(
                "InvalidSignatureException",
                late.headers().first("x-amzn-ErrorType").orElse(""));
        assertTrue(
                late.body().utf8().startsWith("{\"message\":\"Signature expired: "),
                late.body().utf8());
    }

    @Test
    void bothPoliciesDecideAsTheTablesSay() {
        String[] says = {"Allow", "silent", "Deny"};
        String[][] sameAccount = {
            {"200", "200", "deny"},
            {"200", "implicit", "deny"},
            {"deny", "deny", "deny"}
        };
        String[][] crossAccount = {
            {"200", "implicit", "deny"},
            {"implicit", "implicit", "deny"},
            {"deny", "deny", "deny"}
        };
        for (int own = 0; own < 3; own++) {
            for (int resource = 0; resource < 3; resource++) {
                String combination = says[own] + " x " + says[resource];
                assertEquals(
                        sameAccount[own][resource], decided(says[own], says[resource], Optional.empty()), combination);
                assertEquals(
                        crossAccount[own][resource],
                        decided(says[own], says[resource], Optional.of(OTHER_ACCOUNT)),
                        combination + " across accounts");
            }
        }
    }

    private static String decided(String own, String resource, Optional<String> account) {
        String[] policies = own.equals("silent") ? new String[0] : new String[] {statement(own, "")};
        String policy = resource.equals("silent")
                ? "{\"Statement\":[]}"
                : statement(resource, "\"Principal\":{\"AWS\":\"" + account.orElse("123456789012") + "\"},");
        TriedApi api =
                TriedApi.of(api(IAM, "x-amazon-apigateway-policy: " + policy), Around.users(user(account, policies)));
        HttpResponse response = signed(api, "/b");
        if (response.status() == 200) {
            return "200";
        }
        String start = "{\"Message\":\"User: arn:aws:iam::" + account.orElse("123456789012")
                + ":user/alice is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:abcdef1234/prod/GET/b";
        String body = response.body().utf8();
        return body.equals(start + "\"}")
                ? "implicit"
                : body.equals(start + " with an explicit deny\"}") ? "deny" : body;
    }

    @Test
    void withoutAResourcePolicyAUserNeedsItsOwn() {
        assertEquals(
                200,
                signed(TriedApi.of(api(IAM), Around.users(user(Optional.empty(), ANY_ALLOW))), "/b")
                        .status());
        assertEquals(
                403,
                signed(TriedApi.of(api(IAM), Around.users(user(Optional.empty()))), "/b")
                        .status());
        assertEquals(
                403,
                signed(TriedApi.of(api(IAM), Around.users(user(Optional.of(OTHER_ACCOUNT), ANY_ALLOW))), "/b")
                        .status());
        assertEquals(
                403,
                signed(TriedApi.of(api(IAM), Around.users(user(Optional.empty(), ANY_ALLOW, "{broken"))), "/b")
                        .status(),
                "a policy that cannot be read might have denied");
    }

    @Test
    void aResourcePolicyAloneHasToAllow() {
        String office =
                "x-amazon-apigateway-policy: {Statement: {Effect: Allow, Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', Condition: {IpAddress: {'aws:SourceIp': '%s'}}}}";
        assertEquals(
                200,
                TriedApi.of(api("", office.formatted("203.0.113.0/24")), Around.NOTHING)
                        .get("/b")
                        .status());
        HttpResponse elsewhere = TriedApi.of(api("", office.formatted("10.0.0.0/8")), Around.NOTHING)
                .get("/b");
        assertEquals(
                "{\"Message\":\"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:abcdef1234/prod/GET/b\"}",
                elsewhere.body().utf8());
    }

    private static Map<String, Object> claims(String use) {
        var claims = new HashMap<String, Object>();
        claims.put("sub", "user-1");
        claims.put("iss", Tokens.ISSUER);
        claims.put("token_use", use);
        claims.put("exp", NOW_SECONDS + 60);
        claims.put("iat", NOW_SECONDS);
        claims.put("email_verified", true);
        claims.put("cognito:groups", List.of("a", "b"));
        claims.put("scope", "shop/read");
        return claims;
    }

    @Test
    void aBearersClaimsAreTexts() {
        var around = new Around(
                List.of(new Backend.ModelledFunction("fn", new FunctionAnswer.EchoEvent(), Backend.Latency.NONE)),
                List.of(),
                List.of(TOKENS.issuer()),
                List.of());
        TriedApi api = TriedApi.of(api("security: [{pool: []}]"), around);
        String token = TOKENS.sign(claims("id"));
        assertEquals("user-1|||", api.get("/b", "Authorization", token).body().utf8());
        assertEquals(200, api.get("/f", "Authorization", "Bearer " + token).status());
        JsonNode claims = api.events()
                .getFirst()
                .path("requestContext")
                .path("authorizer")
                .path("claims");
        assertEquals("true", claims.path("email_verified").asString());
        assertTrue(claims.path("email_verified").isString());
        assertEquals("a,b", claims.path("cognito:groups").asString());
        assertEquals("Wed Nov 25 07:01:00 UTC 2026", claims.path("exp").asString());
        List<String> log = api.log();
        int authorized = log.stream()
                .map(line -> line.contains("Verifying Usage Plan"))
                .toList()
                .indexOf(true);
        assertTrue(log.subList(0, authorized).stream().noneMatch(line -> line.contains(token)), log::toString);
    }

    @Test
    void withoutScopesOnlyIdentityTokensAreGoodAndWithThemOnlyAccessTokensOfOne() {
        TriedApi identity = TriedApi.of(api("security: [{pool: []}]"), Around.issuers(TOKENS.issuer()));
        assertEquals(
                200,
                identity.get("/b", "Authorization", TOKENS.sign(claims("id"))).status());
        assertEquals(
                401,
                identity.get("/b", "Authorization", TOKENS.sign(claims("access")))
                        .status());
        TriedApi scoped =
                TriedApi.of(api("security: [{pool: [shop/write, shop/read]}]"), Around.issuers(TOKENS.issuer()));
        assertEquals(
                200,
                scoped.get("/b", "Authorization", TOKENS.sign(claims("access"))).status());
        assertEquals(
                401,
                scoped.get("/b", "Authorization", TOKENS.sign(claims("id"))).status());
        var other = claims("access");
        other.put("scope", "shop/delete");
        assertEquals(401, scoped.get("/b", "Authorization", TOKENS.sign(other)).status());
        assertEquals(
                new Cause.TokenRejected("pool", "The token's scope has none of shop/write, shop/read."),
                scoped.cause());
    }

    @Test
    void anExpiredTokenIsToldSoAndEverythingElseIsUnauthorized() {
        TriedApi api = TriedApi.of(api("security: [{pool: []}]"), Around.issuers(TOKENS.issuer()));
        String token = TOKENS.sign(claims("id"));
        for (String bad : List.of("x", token + "x", "Basic dTpw")) {
            HttpResponse response = api.get("/b", "Authorization", bad);
            assertEquals(401, response.status());
            assertEquals("{\"message\":\"Unauthorized\"}", response.body().utf8());
        }
        assertEquals(401, api.get("/b").status());
        api.letPass(60);
        HttpResponse expired = api.get("/b", "Authorization", token);
        assertEquals(401, expired.status());
        assertEquals(
                "{\"message\":\"The incoming token has expired\"}",
                expired.body().utf8());
    }

    @Test
    void aPoolThatTheWorkspaceDoesNotKnowAdmitsNobody() {
        TriedApi api = TriedApi.of(api("security: [{pool: []}]"), Around.NOTHING);
        assertEquals(
                401, api.get("/b", "Authorization", TOKENS.sign(claims("id"))).status());
    }

    @Test
    void behindAPoolAResourcePolicyHasToAllowToo() {
        String nothing = "x-amazon-apigateway-policy: {Statement: []}";
        TriedApi api = TriedApi.of(api("security: [{pool: []}]", nothing), Around.issuers(TOKENS.issuer()));
        assertEquals(
                403, api.get("/b", "Authorization", TOKENS.sign(claims("id"))).status());
        assertEquals(401, api.get("/b").status());
    }
}
