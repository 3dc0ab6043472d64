package dev.sluice.engine.control.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiDefinition.ApiKeySource;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.GatewayResponse;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Integration.IntegrationResponse;
import dev.sluice.engine.definition.Integration.PassthroughBehavior;
import dev.sluice.engine.definition.Integration.Type;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Model;
import dev.sluice.engine.definition.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each construct of a document and the value it becomes. */
class OpenApiReaderTest {
    private static final String HEAD = """
            openapi: 3.0.1
            info: {title: Shop, version: "1"}
            """;

    private static ApiDefinition paths(String paths) {
        return Documents.definition(HEAD + "paths:\n" + paths.indent(2));
    }

    @Test
    void theHeadGivesNameDescriptionAndVersion() {
        ApiDefinition api =
                Documents.definition("{openapi: 3.0.1, info: {title: A, description: B, version: C}, paths: {}}");
        assertEquals(List.of("A", "B", "C"), List.of(api.name(), api.description(), api.version()));
        assertEquals(ApiKeySource.HEADER, api.apiKeySource());
    }

    @Test
    void aVersionWrittenAsANumberIsAccepted() {
        assertEquals(
                "A",
                Documents.definition("{swagger: 2.0, info: {title: A, version: 1}, paths: {}}")
                        .name());
    }

    @Test
    void rootAndIntermediateResourcesExistWithoutMethods() {
        ApiDefinition api = paths("/a/{b}/c: {get: {x-amazon-apigateway-integration: {type: mock}}}");
        assertEquals(
                List.of("/", "/a", "/a/{b}", "/a/{b}/c"),
                api.resources().stream().map(Resource::path).toList());
        assertTrue(api.resource("/a").orElseThrow().methods().isEmpty());
    }

    @Test
    void resourceIdsFollowFromTheApiAndThePathAlone() {
        ApiDefinition one = paths("/a: {get: {x-amazon-apigateway-integration: {type: mock}}}");
        ApiDefinition two = paths("/b: {}\n/a: {}");
        assertEquals(
                one.resource("/a").orElseThrow().id(),
                two.resource("/a").orElseThrow().id());
        assertNotEquals(
                one.resource("/").orElseThrow().id(),
                one.resource("/a").orElseThrow().id());
        assertTrue(one.resource("/").orElseThrow().id().matches("[a-z0-9]{10}"));
    }

    @Test
    void everyMethodAndAnyAreRead() {
        ApiDefinition api = paths("""
                /a:
                  get: &m {x-amazon-apigateway-integration: {type: mock}}
                  put: *m
                  post: *m
                  delete: *m
                  options: *m
                  head: *m
                  patch: *m
                  x-amazon-apigateway-any-method: *m
                """);
        assertEquals(
                List.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "ANY"),
                List.copyOf(api.resource("/a").orElseThrow().methods().keySet()));
    }

    @Test
    void anHttpIntegrationIsReadWhole() {
        Method method = Documents.method(paths("""
                /pets/{id}:
                  get:
                    operationId: getPet
                    x-amazon-apigateway-integration:
                      type: HTTP
                      uri: http://shop.example/pets/{id}
                      httpMethod: get
                      connectionType: VPC_LINK
                      connectionId: link01
                      credentials: "arn:aws:iam::${AWS::AccountId}:role/r"
                      requestParameters: {integration.request.path.id: method.request.path.id}
                      requestTemplates: {application/json: "{}"}
                      passthroughBehavior: when_no_templates
                      timeoutInMillis: 50
                      responses:
                        default: {statusCode: 200, responseParameters: {method.response.header.A: "'x'"}}
                        "4\\\\d{2}": {statusCode: "404", responseTemplates: {text/plain: gone}}
                """), "/pets/{id}", "GET");
        assertEquals(Optional.of("getPet"), method.operationName());
        assertEquals(
                new Integration(
                        Type.HTTP,
                        "GET",
                        "http://shop.example/pets/{id}",
                        Optional.of("link01"),
                        Optional.of("arn:aws:iam::123456789012:role/r"),
                        Map.of("integration.request.path.id", "method.request.path.id"),
                        Map.of("application/json", "{}"),
                        PassthroughBehavior.WHEN_NO_TEMPLATES,
                        50,
                        List.of(
                                new IntegrationResponse(
                                        "200", Optional.empty(), Map.of("method.response.header.A", "'x'"), Map.of()),
                                new IntegrationResponse(
                                        "404", Optional.of("4\\d{2}"), Map.of(), Map.of("text/plain", "gone")))),
                method.integration());
    }

    @Test
    void theMethodAnyOfAnHttpIntegrationMeansTheClientsOwn() {
        ApiDefinition api = paths(
                "/a: {get: {x-amazon-apigateway-integration: {type: http_proxy, httpMethod: ANY, uri: 'http://a.example/'}}}");
        assertEquals("", Documents.method(api, "/a", "GET").integration().httpMethod());
    }

    @Test
    void parametersOfPathOperationAndTemplateComeTogether() {
        Method method = Documents.method(Documents.definition(HEAD + """
                paths:
                  /a/{b}/{c+}:
                    parameters:
                      - {name: X-One, in: header, required: true}
                      - {name: two, in: query, required: true}
                    get:
                      parameters:
                        - {name: two, in: query, required: false}
                        - $ref: '#/components/parameters/b'
                      x-amazon-apigateway-integration: {type: mock}
                components:
                  parameters:
                    b: {name: b, in: path, required: true, schema: {type: string}}
                """), "/a/{b}/{c+}", "GET");
        assertEquals(
                Map.of(
                        "method.request.header.X-One", true,
                        "method.request.querystring.two", false,
                        "method.request.path.b", true,
                        "method.request.path.c", true),
                method.requestParameters());
    }

    @Test
    void responsesHeadersAndModelNamesAreRead() {
        Method method = Documents.method(Documents.definition(HEAD + """
                paths:
                  /a:
                    get:
                      responses:
                        200:
                          description: 200 response
                          headers: {Location: {schema: {type: string}}}
                          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                        "404": {$ref: '#/components/responses/gone'}
                      x-amazon-apigateway-integration: {type: mock}
                components:
                  schemas: {Pet: {}}
                  responses: {gone: {description: 404 response}}
                """), "/a", "GET");
        assertEquals(List.of("200", "404"), List.copyOf(method.methodResponses().keySet()));
        assertEquals(
                Map.of("method.response.header.Location", false),
                method.methodResponses().get("200").responseParameters());
        assertEquals(
                Map.of("application/json", "Pet"),
                method.methodResponses().get("200").responseModels());
    }

    @Test
    void aSwaggerResponseHasItsModelForEachMediaTypeProduced() {
        Method method = Documents.method(Documents.definition("""
                swagger: "2.0"
                info: {title: Shop, version: "1"}
                definitions: {Pet: {}}
                paths:
                  /a:
                    get:
                      responses: {200: {description: 200 response, schema: {$ref: '#/definitions/Pet'}}}
                      x-amazon-apigateway-integration: {type: mock}
                """), "/a", "GET");
        assertEquals(
                Map.of("application/json", "Pet"),
                method.methodResponses().get("200").responseModels());
    }

    @Test
    void schemasAreModelsThatReferToEachOtherByAddress() {
        ApiDefinition api = Documents.definition(HEAD + """
                paths:
                  /a:
                    post:
                      requestBody:
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                          text/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
                      x-amazon-apigateway-integration: {type: mock}
                components:
                  schemas:
                    Pet: {description: a pet, properties: {parent: {$ref: '#/components/schemas/Pet'}, price: {maximum: 2.50}}}
                """);
        Model pet = api.model("Pet").orElseThrow();
        assertEquals("a pet", pet.description());
        assertEquals(
                "{\"description\":\"a pet\",\"properties\":{\"parent\":{\"$ref\":\"https://apigateway.amazonaws.com/restapis/a1b2c3d4e5/models/Pet\"},\"price\":{\"maximum\":2.50}}}",
                pet.schema());
        Map<String, String> models = Documents.method(api, "/a", "POST").requestModels();
        assertEquals("Pet", models.get("application/json"));
        String unnamed = models.get("text/json");
        assertTrue(unnamed.matches("MODEL[0-9a-z]{6}"), unnamed);
        assertTrue(api.model(unnamed).orElseThrow().schema().contains("models/Pet"));
    }

    @Test
    void aSwaggerBodyParameterIsTheModelOfEachMediaTypeConsumed() {
        Method method = Documents.method(Documents.read("""
                swagger: "2.0"
                info: {title: Shop, version: "1"}
                consumes: [text/json]
                definitions: {Pet: {}}
                paths:
                  /a:
                    post:
                      parameters: [{name: pet, in: body, schema: {$ref: '#/definitions/Pet'}}]
                      x-amazon-apigateway-integration: {type: mock}
                """).definition().orElseThrow(), "/a", "POST");
        assertEquals(Map.of("text/json", "Pet"), method.requestModels());
        assertEquals(Map.of(), method.requestParameters());
    }

    @Test
    void aMethodTakesItsOwnValidatorElseTheDocuments() {
        ApiDefinition api = Documents.definition(HEAD + """
                x-amazon-apigateway-request-validators:
                  all: {validateRequestBody: true, validateRequestParameters: true}
                  parameters: {validateRequestBody: false, validateRequestParameters: true}
                x-amazon-apigateway-request-validator: all
                x-amazon-apigateway-minimum-compression-size: 1024
                paths:
                  /a:
                    get: {x-amazon-apigateway-integration: {type: mock}}
                    put: {x-amazon-apigateway-request-validator: parameters, x-amazon-apigateway-integration: {type: mock}}
                """);
        assertEquals("all", validator(api, "GET"));
        assertEquals("parameters", validator(api, "PUT"));
        assertEquals(Optional.of(1024), api.minimumCompressionSize());
    }

    private static String validator(ApiDefinition api, String httpMethod) {
        return Documents.method(api, "/a", httpMethod)
                .requestValidatorId()
                .flatMap(api::requestValidator)
                .orElseThrow()
                .name();
    }

    @Test
    void anApiKeySchemeMakesTheKeyRequired() {
        ApiDefinition api = Documents.definition(HEAD + """
                paths:
                  /a:
                    get: {security: [{key: []}], x-amazon-apigateway-integration: {type: mock}}
                    put: {security: [], x-amazon-apigateway-integration: {type: mock}}
                components:
                  securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}}
                """);
        assertTrue(Documents.method(api, "/a", "GET").apiKeyRequired());
        assertFalse(Documents.method(api, "/a", "PUT").apiKeyRequired());
    }

    @Test
    void extensionsOfTheTopAreRead() {
        ApiDefinition api = Documents.definition(HEAD + """
                paths: {}
                x-amazon-apigateway-api-key-source: AUTHORIZER
                x-amazon-apigateway-binary-media-types: [image/png, "*/*"]
                x-amazon-apigateway-gateway-responses:
                  THROTTLED:
                    statusCode: 430
                    responseParameters: {gatewayresponse.header.Retry-After: "'1'"}
                    responseTemplates: {application/json: '{"slow":"down"}'}
                  DEFAULT_5XX: {}
                """);
        assertEquals(ApiKeySource.AUTHORIZER, api.apiKeySource());
        assertEquals(List.of("image/png", "*/*"), api.binaryMediaTypes());
        assertEquals(
                new GatewayResponse(
                        Optional.of(430),
                        Map.of("gatewayresponse.header.Retry-After", "'1'"),
                        Map.of("application/json", "{\"slow\":\"down\"}")),
                api.gatewayResponses().get(GatewayResponseType.THROTTLED));
        assertTrue(api.gatewayResponses().containsKey(GatewayResponseType.DEFAULT_5XX));
    }

    @Test
    void anIntegrationMayBeAReferenceToANamedOne() {
        ApiDefinition api = Documents.definition(HEAD + """
                paths:
                  /a: {get: {x-amazon-apigateway-integration: {$ref: '#/components/x-amazon-apigateway-integrations/m~1n'}}}
                components:
                  x-amazon-apigateway-integrations: {m/n: {type: MOCK}}
                """);
        assertEquals(Type.MOCK, Documents.method(api, "/a", "GET").integration().type());
    }

    @Test
    void aFunctionOfAStackIsNamedAsInTheStack() {
        for (String uri : List.of(
                "{Fn::Sub: 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations'}",
                "!Sub 'arn:${AWS::Partition}:apigateway:us-east-1:lambda:path/2015-03-31/functions/${Pets.Arn}/invocations'",
                "!GetAtt Pets.Arn",
                "{Fn::Join: ['', ['arn:aws:apigateway:', {Ref: AWS::Region}, ':lambda:path/2015-03-31/functions/', {Fn::GetAtt: [Pets, Arn]}, /invocations]]}")) {
            ImportedApi api = Documents.read(HEAD
                    + "paths: {/a: {get: {x-amazon-apigateway-integration: {type: aws_proxy, httpMethod: POST, uri: "
                    + uri + "}}}}");
            assertEquals(
                    "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:Pets/invocations",
                    Documents.method(api.definition().orElseThrow(), "/a", "GET")
                            .integration()
                            .uri());
            assertEquals(1, api.problems().size(), uri);
        }
    }

    @Test
    void aRaisableCeilingLetsATimeoutPassTwentyNineSeconds() {
        String document =
                HEAD + "paths: {/a: {get: {x-amazon-apigateway-integration: {type: mock, timeoutInMillis: 60000}}}}";
        var raisable = new ImportSettings("a1b2c3d4e5", Account.DEFAULT, TimeoutCeiling.RAISABLE);
        ImportedApi api = OpenApiReader.read("a.yaml", document.getBytes(StandardCharsets.UTF_8), raisable);
        assertEquals(
                60_000,
                Documents.method(api.definition().orElseThrow(), "/a", "GET")
                        .integration()
                        .timeoutInMillis());
        assertFalse(api.hasErrors());
    }

    @Test
    void yamlMergeKeysAreFollowed() {
        ApiDefinition api = paths("""
                /a:
                  get:
                    x-amazon-apigateway-integration: &base {type: mock, timeoutInMillis: 100}
                  put:
                    x-amazon-apigateway-integration:
                      <<: *base
                      timeoutInMillis: 200
                """);
        Integration integration = Documents.method(api, "/a", "PUT").integration();
        assertEquals(Type.MOCK, integration.type());
        assertEquals(200, integration.timeoutInMillis());
    }

    @Test
    void modelsThatReferToThemselvesAreFine() {
        ImportedApi api = Documents.read(HEAD
                + "paths: {}\ncomponents: {schemas: {Pet: {properties: {child: {$ref: '#/components/schemas/Pet'}}}}}");
        assertFalse(api.hasErrors(), () -> Documents.lines(api.problems()));
    }

    @Test
    void jsonIsRecognisedWithoutAFileEnding() {
        assertTrue(Documents.read("api", "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"A\"}, \"paths\": {}}")
                .problems()
                .isEmpty());
    }

    @Test
    void aByteOrderMarkIsNoProblem() {
        assertTrue(
                Documents.read("a.json", "\uFEFF{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"A\"}, \"paths\": {}}")
                        .problems()
                        .isEmpty());
    }
}
