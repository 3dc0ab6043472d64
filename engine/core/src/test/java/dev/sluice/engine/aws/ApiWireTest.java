package dev.sluice.engine.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** APIs, resources, methods and integrations over the wire. */
class ApiWireTest {
    private final ControlClient client =
            new ControlClient(Engine.open(Workspace.empty("w"), Engine.Settings.startingAt(ControlClient.NOW, 3)));

    @Test
    void anApiIsBuiltFromNothingDeployedAndCalled() {
        String api = make("{\"name\":\"n\",\"tags\":{\"_custom_id_\":\"a1b2c3d4e5\"}}");
        String resources = api + "/resources";
        String root = client.call(200, "GET", resources, "")
                .path("item")
                .path(0)
                .path("id")
                .stringValue();
        JsonNode pets = client.call(201, "POST", resources + "/" + root, "{\"pathPart\":\"pets\"}");
        assertEquals("/pets", pets.path("path").stringValue());
        assertEquals(root, pets.path("parentId").stringValue());
        String method = resources + "/" + pets.path("id").stringValue() + "/methods/GET";
        assertEquals(
                "BadRequestException | The REST API doesn't contain any methods",
                client.error("POST", api + "/deployments", "{}"));
        client.call(201, "PUT", method, "{\"authorizationType\":\"NONE\"}");
        assertEquals(
                "BadRequestException | No integration defined for method",
                client.error("POST", api + "/deployments", "{}"));
        assertEquals(
                "NotFoundException | Invalid Integration identifier specified",
                client.error("GET", method + "/integration", ""));
        client.call(201, "PUT", method + "/responses/200", "{}");
        JsonNode integration = client.call(
                201,
                "PUT",
                method + "/integration",
                "{\"type\":\"MOCK\",\"requestTemplates\":{\"application/json\":\"{\\\"statusCode\\\":200}\"}}");
        assertEquals("WHEN_NO_MATCH", integration.path("passthroughBehavior").stringValue());
        assertEquals(29_000, integration.path("timeoutInMillis").intValue());
        client.call(
                201,
                "PUT",
                method + "/integration/responses/200",
                "{\"responseTemplates\":{\"application/json\":\"[\\\"cat\\\"]\"}}");
        client.call(201, "POST", api + "/deployments", "{\"stageName\":\"prod\"}");
        HttpResponse answer = client.send("GET", "/_aws/execute-api/a1b2c3d4e5/prod/pets", "", "Host", "localhost");
        assertEquals("[\"cat\"]", answer.body().utf8());
        JsonNode whole = client.call(200, "GET", resources + "?embed=methods", "")
                .path("item")
                .path(1);
        assertEquals(
                "MOCK",
                whole.path("resourceMethods")
                        .path("GET")
                        .path("methodIntegration")
                        .path("type")
                        .stringValue());
        JsonNode exported = client.call(200, "GET", api + "/stages/prod/exports/oas30?extensions=integrations", "");
        assertTrue(exported.path("paths").path("/pets").path("get").has("x-amazon-apigateway-integration"));
        client.call(204, "DELETE", method + "/integration/responses/200", "");
        client.call(204, "DELETE", method, "");
        client.call(202, "DELETE", resources + "/" + pets.path("id").stringValue(), "");
        client.call(202, "DELETE", api, "");
        assertEquals(
                "NotFoundException | Invalid API identifier specified 123456789012:a1b2c3d4e5",
                client.error("GET", api, ""));
    }

    @Test
    void aNewApiHasAwssDefaults() {
        JsonNode made = client.call(201, "POST", "/restapis", "{\"name\":\"n\"}");
        assertEquals(
                "{\"types\":[\"EDGE\"],\"ipAddressType\":\"ipv4\"}",
                made.path("endpointConfiguration").toString());
        assertEquals("HEADER", made.path("apiKeySource").stringValue());
        assertEquals(1_795_000_000L, made.path("createdDate").longValue());
        assertTrue(!made.has("description") && !made.has("tags") && !made.has("version"), made.toString());
    }

    @Test
    void listsComeInParts() {
        for (int i = 0; i < 3; i++) {
            make("{\"name\":\"n" + i + "\"}");
        }
        JsonNode first = client.call(200, "GET", "/restapis?limit=2", "");
        assertEquals(2, first.path("item").size());
        JsonNode second = client.call(
                200,
                "GET",
                "/restapis?limit=2&position=" + first.path("position").stringValue(),
                "");
        assertEquals(1, second.path("item").size());
        assertTrue(!second.has("position"));
    }

    @Test
    void patchesOfAnApiFollowTheirRules() {
        String api = make("{\"name\":\"n\"}");
        JsonNode changed = client.call(
                200,
                "PATCH",
                api,
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"m\"},"
                        + "{\"op\":\"add\",\"path\":\"/binaryMediaTypes/image~1png\"},"
                        + "{\"op\":\"replace\",\"path\":\"/endpointConfiguration/types/EDGE\",\"value\":\"REGIONAL\"}]}");
        assertEquals("m", changed.path("name").stringValue());
        assertEquals("[\"image/png\"]", changed.path("binaryMediaTypes").toString());
        assertEquals(
                "REGIONAL",
                changed.path("endpointConfiguration").path("types").path(0).stringValue());
        assertEquals("{}", changed.path("tags").toString());
        assertEquals(
                "BadRequestException | Invalid patch path /binaryMediaTypes",
                client.error("PATCH", api, "{\"patchOperations\":[{\"op\":\"add\",\"path\":\"/binaryMediaTypes\"}]}"));
        assertEquals(
                "BadRequestException | Invalid minimum compression size, must be between 0 and 10485760",
                client.error(
                        "PATCH",
                        api,
                        "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/minimumCompressionSize\",\"value\":\"-1\"}]}"));
    }

    @Test
    void documentsAreImportedAndMerged() {
        String document =
                "{\"openapi\":\"3.0.1\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{"
                        + "\"responses\":{},\"x-amazon-apigateway-integration\":{\"type\":\"mock\"}}}}}";
        JsonNode made = client.call(201, "POST", "/restapis?mode=import&failonwarnings=true", document);
        String api = "/restapis/" + made.path("id").stringValue();
        client.call(200, "PUT", api + "?mode=merge", document.replace("/a", "/b"));
        assertEquals(
                3, client.call(200, "GET", api + "/resources", "").path("item").size());
        client.call(200, "PUT", api + "?mode=overwrite", document.replace("/a", "/b"));
        assertEquals(
                2, client.call(200, "GET", api + "/resources", "").path("item").size());
        assertEquals(
                "BadRequestException | Invalid OpenAPI input.",
                client.error("POST", "/restapis?mode=import", "no document"));
    }

    @Test
    void recordedErrorsAreTheSame() {
        assertEquals(
                "BadRequestException | Description cannot be an empty string",
                client.error("POST", "/restapis", "{\"name\":\"n\",\"description\":\"\"}"));
        assertEquals(
                "ValidationException | 1 validation error detected: Value '[wrong]' at"
                        + " 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must"
                        + " satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]",
                client.error(
                        "POST", "/restapis", "{\"name\":\"n\",\"endpointConfiguration\":{\"types\":[\"wrong\"]}}"));
        assertEquals(
                "BadRequestException | REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.",
                client.error("POST", "/restapis", "{\"name\":\"n\",\"endpointConfiguration\":{\"types\":[]}}"));
        String resources = make("{\"name\":\"n\"}") + "/resources";
        String root = client.call(200, "GET", resources, "")
                .path("item")
                .path(0)
                .path("id")
                .stringValue();
        JsonNode proxy = client.call(201, "POST", resources + "/" + root, "{\"pathPart\":\"{proxy+}\"}");
        assertEquals(
                "BadRequestException | A sibling ({proxy+}) of this resource already has a variable path part -- only"
                        + " one is allowed",
                client.error("POST", resources + "/" + root, "{\"pathPart\":\"{id}\"}"));
        assertEquals(
                "BadRequestException | Cannot create a child of a resource with a greedy path variable: {proxy+}",
                client.error("POST", resources + "/" + proxy.path("id").stringValue(), "{\"pathPart\":\"x\"}"));
        String method = resources + "/" + root + "/methods/";
        assertEquals(
                "BadRequestException | Invalid HttpMethod specified. Valid options are"
                        + " GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY",
                client.error("PUT", method + "NOPE", "{\"authorizationType\":\"NONE\"}"));
        client.call(201, "PUT", method + "GET", "{\"authorizationType\":\"NONE\"}");
        String integration = method + "GET/integration";
        assertEquals(
                "BadRequestException | Enumeration value for HttpMethod must be non-empty",
                client.error("PUT", integration, "{\"type\":\"HTTP\",\"uri\":\"http://x\"}"));
        assertEquals(
                "BadRequestException | Invalid ARN specified in the request",
                client.error("PUT", integration, "{\"type\":\"AWS\",\"httpMethod\":\"POST\",\"uri\":\"x\"}"));
        assertEquals(
                "SerializationException | class java.lang.Boolean can not be converted to an String",
                client.error("PUT", integration, "{\"type\":\"MOCK\",\"requestParameters\":{\"a\":true}}"));
        assertEquals(
                "ValidationException | 1 validation error detected: Value 'wrong' at 'statusCode' failed to satisfy"
                        + " constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d",
                client.error("PUT", integration + "/responses/wrong", "{}"));
    }

    private String make(String body) {
        return "/restapis/"
                + client.call(201, "POST", "/restapis", body).path("id").stringValue();
    }
}
