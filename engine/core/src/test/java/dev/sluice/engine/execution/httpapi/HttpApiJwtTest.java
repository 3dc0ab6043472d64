package dev.sluice.engine.execution.httpapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.HttpApi.AuthorizationType;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.execution.token.Tokens;
import dev.sluice.engine.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Data-plane section 19: JWT authorizers, and that no kind of authorization leaves a route open. */
class HttpApiJwtTest {
    private static final String ISSUER = Tokens.ISSUER;
    private static final long NOW = 1_800_000_000L;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Tokens TOKENS = new Tokens("k1");

    private final HttpApiFixture api = new HttpApiFixture();

    @BeforeEach
    void anApiBehindAnAuthorizer() {
        api.authorizers.add(
                new Authorizer.Jwt("auth1", "tokens", "$request.header.Authorization", ISSUER, List.of("app")));
        api.function("GET /pets", new FunctionAnswer.EchoEvent())
                .function("GET /admin", new FunctionAnswer.EchoEvent());
        protect(0, AuthorizationType.JWT, List.of());
        protect(1, AuthorizationType.JWT, List.of("admin", "root"));
        api.more = workspace -> workspace.withTokenIssuers(List.of(TOKENS.issuer()));
    }

    @Test
    void aGoodTokenOpensTheRouteAndItsClaimsReachTheFunctionAsTexts() {
        String token = token(claims("\"scope\":\"read write\",\"groups\":[\"a\",\"b\"]"));
        HttpResponse answer = api.get("/pets", "Authorization", "Bearer " + token);
        assertEquals(200, answer.status(), answer.body().utf8());
        JsonNode jwt = JsonMapper.shared()
                .readTree(answer.body().utf8())
                .path("requestContext")
                .path("authorizer")
                .path("jwt");
        assertEquals("user1", jwt.path("claims").path("sub").asString());
        assertEquals(Long.toString(NOW + 60), jwt.path("claims").path("exp").asString());
        assertEquals("[a b]", jwt.path("claims").path("groups").asString());
        assertEquals("read", jwt.path("scopes").path(0).asString());
        assertEquals(200, api.get("/pets", "Authorization", token).status());
    }

    @Test
    void withoutATokenTheAnswerIs401WithAChallenge() {
        HttpResponse answer = api.get("/pets");
        assertEquals(401, answer.status());
        assertEquals("{\"message\":\"Unauthorized\"}", answer.body().utf8());
        assertEquals("Bearer", answer.headers().first("www-authenticate").orElse(""));
    }

    @Test
    void aTokenThatIsExpiredForeignOrChangedIs401() {
        String expired = token("{\"iss\":\"" + ISSUER + "\",\"aud\":\"app\",\"exp\":" + (NOW - 1) + "}");
        String elsewhere = token("{\"iss\":\"" + ISSUER + "\",\"aud\":\"other\",\"exp\":" + (NOW + 60) + "}");
        String foreign = token("{\"iss\":\"https://evil.example\",\"aud\":\"app\",\"exp\":" + (NOW + 60) + "}");
        String changed = token(claims("\"a\":1")).replaceFirst("\\.[^.]+\\.", "." + encoded(claims("\"a\":2")) + ".");
        for (String bad : List.of(expired, elsewhere, foreign, changed, "no token")) {
            HttpResponse answer = api.get("/pets", "Authorization", "Bearer " + bad);
            assertEquals(401, answer.status());
            String challenge = answer.headers().first("www-authenticate").orElse("");
            assertTrue(challenge.startsWith("Bearer ") && challenge.contains("invalid_token"), challenge);
        }
    }

    @Test
    void aRouteWithScopesAsksForOneOfThem() {
        HttpResponse without = api.get("/admin", "Authorization", "Bearer " + token(claims("\"scope\":\"read\"")));
        assertEquals(403, without.status());
        assertEquals("{\"message\":\"Forbidden\"}", without.body().utf8());
        assertEquals(
                200,
                api.get("/admin", "Authorization", token(claims("\"scope\":\"read admin\"")))
                        .status());
        assertEquals(
                200,
                api.get("/admin", "Authorization", token(claims("\"scp\":[\"root\"]")))
                        .status());
    }

    @Test
    void anAuthorizerThatIsNotThereLetsNobodyIn() {
        api.authorizers.clear();
        assertFalse(api.get("/pets").status() < 400);
        assertFalse(api.get("/pets", "Authorization", token(claims("\"a\":1"))).status() < 400);
    }

    @Test
    void anIssuerWithoutKeysLetsNobodyIn() {
        api.more = workspace -> workspace;
        assertEquals(
                401, api.get("/pets", "Authorization", token(claims("\"a\":1"))).status());
    }

    @Test
    void everyOtherKindOfAuthorizationLetsNobodyInWithoutProof() {
        protect(0, AuthorizationType.CUSTOM, List.of());
        protect(1, AuthorizationType.AWS_IAM, List.of());
        assertFalse(api.get("/pets").status() < 400);
        assertFalse(api.get("/admin").status() < 400);
    }

    private void protect(int route, AuthorizationType type, List<String> scopes) {
        Route open = api.routes.get(route);
        api.routes.set(
                route,
                new Route(
                        open.routeId(),
                        open.routeKey(),
                        open.integrationId(),
                        type,
                        Optional.of("auth1"),
                        scopes,
                        Optional.empty()));
    }

    private static String claims(String more) {
        return "{\"iss\":\"" + ISSUER + "\",\"aud\":[\"app\"],\"sub\":\"user1\",\"exp\":" + (NOW + 60) + "," + more
                + "}";
    }

    @SuppressWarnings("unchecked")
    private static String token(String claims) {
        return TOKENS.sign(JsonMapper.shared().readValue(claims, Map.class));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
