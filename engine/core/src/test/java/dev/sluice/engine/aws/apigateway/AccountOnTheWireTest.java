package dev.sluice.engine.aws.apigateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.ControlPlane;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The account, VPC links, domains with their mappings, and tags, as requests of AWS's clients. */
class AccountOnTheWireTest {
    private static final long NOW = 1_795_000_000_000_000_000L;
    private final Engine engine = Engine.open(
            WorkspaceFolder.open(Path.of("../../sample-apis/troubleshooting-429"))
                    .workspace(),
            Engine.Settings.startingAt(NOW, 7));
    private final ControlPlane plane = ControlPlane.before(engine);

    @Test
    void theAccountShowsItsThrottleAndKeepsItsRole() {
        JsonNode account = send(200, "GET", "/account", "");
        assertEquals(
                engine.workspace().account().throttle().burstLimit(),
                account.path("throttleSettings").path("burstLimit").intValue());
        assertEquals(
                "arn:role",
                patch(200, "/account", "replace", "/cloudwatchRoleArn", "arn:role")
                        .path("cloudwatchRoleArn")
                        .stringValue());
        patch(400, "/account", "replace", "/throttleSettings/rateLimit", "1");
        patch(400, "/account", "remove", "/features", "UsagePlans");
        patch(200, "/account", "add", "/features", "UsagePlans");
    }

    @Test
    void aVpcLinkIsPendingThenThere() {
        String arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/mine/0a1b";
        JsonNode made = send(202, "POST", "/vpclinks", "{\"name\":\"l\",\"targetArns\":[\"" + arn + "\"]}");
        assertEquals("PENDING", made.path("status").stringValue());
        String link = "/vpclinks/" + made.path("id").stringValue();
        assertEquals("mine", engine.workspace().vpcLinks().getLast().targetGroup());
        assertEquals("AVAILABLE", send(200, "GET", link, "").path("status").stringValue());
        assertEquals(
                "d",
                patch(200, link, "replace", "/description", "d")
                        .path("description")
                        .stringValue());
        assertEquals("Name cannot be empty", message(400, "POST", "/vpclinks", "{\"name\":\"\"}"));
        assertEquals(
                "Invalid ARN. ARN is not well formed invalid-arn",
                message(400, "POST", "/vpclinks", "{\"name\":\"l\",\"targetArns\":[\"invalid-arn\"]}"));
        send(202, "DELETE", link, "");
        assertEquals("Invalid Vpc Link identifier specified", message(404, "GET", link, ""));
        assertEquals("Invalid Vpc Link identifier specified", message(404, "DELETE", link, ""));
        assertEquals(
                "Invalid Vpc Link identifier specified",
                patch(404, link, "replace", "/name", "x").path("message").stringValue());
    }

    @Test
    void aDomainAndItsMappingsAreMadePatchedAndDeleted() {
        String create =
                "{\"domainName\":\"new.example\",\"regionalCertificateArn\":\"arn:cert\",\"endpointConfiguration\":{\"types\":[\"REGIONAL\"]}}";
        assertEquals(
                "[\"REGIONAL\"]",
                send(201, "POST", "/domainnames", create)
                        .path("endpointConfiguration")
                        .path("types")
                        .toString());
        String domain = "/domainnames/new.example";
        JsonNode patched = patch(200, domain, "replace", "/securityPolicy", "TLS_1_0");
        assertEquals("TLS_1_0", patched.path("securityPolicy").stringValue());
        assertEquals("arn:cert", patched.path("regionalCertificateArn").stringValue());
        patch(400, domain, "replace", "/domainName", "x");
        String mappings = domain + "/basepathmappings";
        send(201, "POST", mappings, "{\"restApiId\":\"a1b2c3d4e5\",\"stage\":\"prod\"}");
        send(409, "POST", mappings, "{\"restApiId\":\"a1b2c3d4e5\",\"stage\":\"prod\"}");
        send(400, "POST", mappings, "{\"basePath\":\"a/b\",\"restApiId\":\"a1b2c3d4e5\",\"stage\":\"prod\"}");
        assertEquals(
                "a1b2c3d4e5",
                send(200, "GET", mappings + "/%28none%29", "").path("restApiId").stringValue());
        assertEquals(
                "v1",
                patch(200, mappings + "/%28none%29", "replace", "/basepath", "v1")
                        .path("basePath")
                        .stringValue());
        send(202, "DELETE", mappings + "/v1", "");
        send(404, "GET", mappings + "/v1", "");
        send(202, "DELETE", domain, "");
        assertEquals("Invalid domain name identifier specified", message(404, "GET", domain, ""));
    }

    @Test
    void tagsComeAndGoByArn() {
        String plan = engine.workspace().usagePlans().getFirst().id();
        String key = engine.workspace().apiKeys().getFirst().id();
        for (String path : new String[] {
            "/usageplans/" + plan, "/apikeys/" + key, "/restapis/a1b2c3d4e5", "/restapis/a1b2c3d4e5/stages/prod"
        }) {
            String tags = "/tags/arn%3Aaws%3Aapigateway%3Aus-east-1%3A%3A" + path.replace("/", "%2F");
            send(204, "PUT", tags, "{\"tags\":{\"a\":\"1\",\"b\":\"2\"}}");
            send(204, "DELETE", tags + "?tagKeys=a", "");
            assertEquals(
                    "{\"b\":\"2\"}", send(200, "GET", tags, "").path("tags").toString());
        }
        assertTrue(message(400, "GET", "/tags/nonsense", "").startsWith("Invalid ARN"));
    }

    private JsonNode patch(int status, String path, String op, String pointer, String value) {
        return send(
                status,
                "PATCH",
                path,
                "{\"patchOperations\":[{\"op\":\"" + op + "\",\"path\":\"" + pointer + "\",\"value\":\"" + value
                        + "\"}]}");
    }

    private String message(int status, String method, String target, String body) {
        return send(status, method, target, body).path("message").stringValue();
    }

    private JsonNode send(int status, String method, String target, String body) {
        var request = new HttpRequest(method, target, Headers.of("Host", "127.0.0.1:80"), Body.utf8(body), "127.0.0.1");
        HttpResponse answer = ((Step.Reply) plane.open(request).begin(NOW)).response();
        String text = answer.body().utf8();
        assertEquals(status, answer.status(), text);
        return Json.read(text.isEmpty() ? "{}" : text).orElseThrow();
    }
}
