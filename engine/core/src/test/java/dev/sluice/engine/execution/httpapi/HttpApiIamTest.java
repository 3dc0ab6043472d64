package dev.sluice.engine.execution.httpapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.HttpApi.AuthorizationType;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.json.JsonMapper;

/** Data-plane section 19: routes of HTTP APIs behind AWS_IAM, signed by AWS's own signer. */
class HttpApiIamTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String ALLOW = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
            + "\"Action\":\"execute-api:Invoke\",\"Resource\":\"arn:aws:execute-api:us-east-1:123456789012:"
            + HttpApiFixture.API_ID + "/$default/GET/pets\"}}";

    private final HttpApiFixture api = new HttpApiFixture();

    @Test
    void aSignedRequestOfAUserWhosePoliciesAllowItOpensTheRoute() {
        protect(ALLOW);
        HttpResponse answer = signed("/pets", SECRET);
        assertEquals(200, answer.status(), answer.body().utf8());
        assertEquals(
                "arn:aws:iam::123456789012:user/alice",
                JsonMapper.shared()
                        .readTree(answer.body().utf8())
                        .at("/requestContext/authorizer/iam/userArn")
                        .asString());
    }

    @Test
    void everythingElseIsForbidden() {
        protect(ALLOW);
        assertEquals("{\"message\":\"Forbidden\"}", api.get("/pets").body().utf8());
        assertEquals(403, api.get("/pets").status());
        assertEquals(403, signed("/pets", "another" + SECRET).status());
        assertEquals(403, signed("/dogs", SECRET).status());
    }

    private void protect(String policy) {
        for (String key : List.of("GET /pets", "GET /dogs")) {
            api.function(key, new FunctionAnswer.EchoEvent());
            Route open = api.routes.removeLast();
            api.routes.add(new Route(
                    open.routeId(),
                    open.routeKey(),
                    open.integrationId(),
                    AuthorizationType.AWS_IAM,
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        }
        api.more = workspace ->
                workspace.withIamUsers(List.of(new IamUser("alice", "AKIDEXAMPLE", SECRET, List.of(policy))));
    }

    private HttpResponse signed(String path, String secret) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(HttpApiFixture.HOST)
                .encodedPath(path)
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(builder -> builder.identity(AwsCredentialsIdentity.create("AKIDEXAMPLE", secret))
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(
                                HttpSigner.SIGNING_CLOCK,
                                Clock.fixed(Instant.ofEpochSecond(1_800_000_000L), ZoneOffset.UTC)))
                .request();
        var headers = new ArrayList<String>();
        signed.forEachHeader((name, values) -> {
            if (!name.equalsIgnoreCase("Host")) {
                headers.addAll(List.of(name, values.getFirst()));
            }
        });
        return api.get(path, headers.toArray(String[]::new));
    }
}
