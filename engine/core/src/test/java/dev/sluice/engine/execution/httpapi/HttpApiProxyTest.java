package dev.sluice.engine.execution.httpapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.VpcLink;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Data-plane section 19: HTTP_PROXY integrations of HTTP APIs and their parameter mapping. */
class HttpApiProxyTest {
    private final HttpApiFixture api = new HttpApiFixture();

    @Test
    void theRequestGoesThroughWithPathQueryAndHeaders() {
        api.proxy("ANY /files/{proxy+}", "https://example.com/base/{proxy}?own=1", Map.of());
        api.send("POST", "/files/a/b%20c?x=1&x=2", Body.utf8("hi"), "X-One", "1", "Connection", "close");
        Call.ToNetwork call = api.sent.getFirst();
        assertEquals("POST", call.method());
        assertEquals("/base/a/b%20c?own=1&x=1&x=2", call.target());
        assertEquals("example.com", call.host());
        assertEquals(List.of("example.com"), call.headers().all("Host"));
        assertEquals("1", call.headers().first("x-one").orElse(""));
        assertFalse(call.headers().contains("Connection"));
        assertEquals(
                "for=203.0.113.9;host=" + HttpApiFixture.HOST + ";proto=https",
                call.headers().first("Forwarded").orElse(""));
        assertTrue(call.headers().contains("X-Amzn-Trace-Id"));
        assertEquals(List.of("2"), call.headers().all("Content-Length"));
        assertEquals("hi", call.body().utf8());
    }

    @Test
    void theAnswerComesBackAsItIs() {
        api.network = call -> new Outcome.Answered(new HttpResponse(
                418,
                Headers.of("Content-Type", "text/tea", "X-Two", "2", "X-Two", "3", "Connection", "close"),
                Body.utf8("tea")));
        api.proxy("GET /", "http://example.com:8080/", Map.of());
        HttpResponse answer = api.get("/");
        assertEquals(418, answer.status());
        assertEquals(List.of("text/tea"), answer.headers().all("Content-Type"));
        assertEquals(List.of("2", "3"), answer.headers().all("X-Two"));
        assertFalse(answer.headers().contains("Connection"));
        assertEquals("tea", answer.body().utf8());
    }

    @Test
    void headersAndQueryStringAreAppendedOverwrittenAndRemoved() {
        api.proxy(
                "POST /pets/{id}",
                "http://example.com/",
                Map.of(
                        "append:header.X-A", "$request.path.id",
                        "overwrite:header.X-B", "${request.header.x-source}-$stageVariables.color",
                        "remove:header.X-C", "",
                        "append:querystring.id", "$request.path.id",
                        "overwrite:querystring.q", "$request.body.name",
                        "remove:querystring.secret", "",
                        "overwrite:header.X-D", "$request.querystring.many",
                        "overwrite:header.X-E", "$context.httpMethod $context.stage",
                        "overwrite:header.X-F", "$request.header.absent",
                        "append:header.X-G", "costs \\$5"));
        api.send(
                "POST",
                "/pets/7?q=old&secret=1&many=a&many=b",
                Body.utf8("{\"name\":\"Rex & Co\"}"),
                "X-A",
                "0",
                "X-B",
                "old",
                "X-C",
                "gone",
                "X-Source",
                "src",
                "X-F",
                "kept");
        Call.ToNetwork call = api.sent.getFirst();
        assertEquals(List.of("0", "7"), call.headers().all("X-A"));
        assertEquals(List.of("src-blue"), call.headers().all("X-B"));
        assertFalse(call.headers().contains("X-C"));
        assertEquals("a,b", call.headers().first("X-D").orElse(""));
        assertEquals("POST $default", call.headers().first("X-E").orElse(""));
        assertEquals("kept", call.headers().first("X-F").orElse(""));
        assertEquals("costs $5", call.headers().first("X-G").orElse(""));
        String query = call.target().substring(call.target().indexOf('?') + 1);
        assertEquals(
                java.util.Set.of("many=a", "many=b", "id=7", "q=Rex%20%26%20Co"), java.util.Set.of(query.split("&")));
    }

    @Test
    void thePathIsOverwrittenWithoutTheStage() {
        api.stages = List.of(HttpApiFixture.stage("dev"));
        api.proxy("GET /{proxy+}", "http://example.com/else?own=1", Map.of("overwrite:path", "/v2$request.path"));
        api.get("/dev/pets/7?x=1");
        assertEquals("/v2/pets/7?own=1&x=1", api.sent.getFirst().target());
    }

    @Test
    void reservedHeadersAreNotMapped() {
        api.proxy(
                "GET /",
                "http://example.com/",
                Map.of(
                        "overwrite:header.Authorization",
                        "mine",
                        "append:header.X-Amzn-Thing",
                        "1",
                        "append:header.via",
                        "1"));
        api.get("/", "Authorization", "theirs");
        Headers sent = api.sent.getFirst().headers();
        assertEquals(List.of("theirs"), sent.all("Authorization"));
        assertFalse(sent.contains("X-Amzn-Thing"));
        assertEquals(List.of("HTTP/1.1 AmazonAPIGateway"), sent.all("Via"));
    }

    @Test
    void aResponseIsMappedByItsStatus() {
        api.network = call -> new Outcome.Answered(new HttpResponse(
                call.target().equals("/bad") ? 500 : 200,
                Headers.of("X-Id", "9", "X-Gone", "1"),
                Body.utf8("{\"code\":\"E1\"}")));
        api.proxy(
                "GET /{path}",
                "http://example.com/{path}",
                Map.of(),
                Map.of(
                        "500",
                        Map.of(
                                "overwrite:statuscode", "403",
                                "append:header.error", "$response.body.code",
                                "overwrite:header.copy", "$response.header.x-id",
                                "remove:header.X-Gone", "")));
        HttpResponse bad = api.get("/bad");
        assertEquals(403, bad.status());
        assertEquals("E1", bad.headers().first("error").orElse(""));
        assertEquals("9", bad.headers().first("copy").orElse(""));
        assertFalse(bad.headers().contains("X-Gone"));
        HttpResponse good = api.get("/good");
        assertEquals(200, good.status());
        assertTrue(good.headers().contains("X-Gone"));
    }

    @Test
    void anEndpointThatCannotBeReachedIsServiceUnavailable() {
        api.network = call -> new Outcome.Unreachable("refused");
        api.proxy("GET /", "http://example.com/", Map.of()).proxy("GET /wrong", "no address", Map.of());
        assertEquals(503, api.get("/").status());
        assertEquals(500, api.get("/wrong").status());
    }

    @Test
    void aVpcLinkLeadsToAHealthyTargetElseServiceIsUnavailable() {
        linked();
        api.backends.add(group(true));
        assertEquals(202, api.get("/").status());
        api.engine().apply(workspace -> workspace.withBackend(group(false)), api.nowNanos);
        HttpResponse answer = api.get("/");
        assertEquals(503, answer.status());
        assertEquals("{\"message\":\"Service Unavailable\"}", answer.body().utf8());
    }

    /** The API with one route behind the VPC link {@code link1} to the target group {@code group}. */
    private void linked() {
        api.proxy("GET /", "arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/b/c", Map.of());
        HttpApi.Integration old = api.integrations.getFirst();
        api.integrations.set(
                0,
                new HttpApi.Integration(
                        old.integrationId(),
                        old.integrationType(),
                        "",
                        old.integrationUri(),
                        old.payloadFormatVersion(),
                        Optional.of("link1"),
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        30_000));
        api.more = workspace -> workspace.withVpcLinks(List.of(new VpcLink("link1", "link", "group")));
    }

    @Test
    void aVpcLinkIntoAClosedSecurityGroupIsServiceUnavailableWhenTheTimeIsUp() {
        linked();
        api.backends.add(group(true, false));
        HttpResponse answer = api.get("/");
        assertEquals(503, answer.status());
        assertEquals(
                new Cause.SecurityGroupBlocks("link1", "group"),
                api.engine()
                        .journal()
                        .newest(1)
                        .getFirst()
                        .refusal()
                        .orElseThrow()
                        .cause());
    }

    private static Backend group(boolean healthy) {
        return group(healthy, true);
    }

    private static Backend group(boolean healthy, boolean inboundAllowed) {
        var answer = new Backend.HttpAnswer(202, Map.of(), "", Backend.Latency.NONE);
        return new Backend.TargetGroup(
                "group", List.of(new Backend.Target("t1", healthy, inboundAllowed, Optional.of(answer))));
    }
}
