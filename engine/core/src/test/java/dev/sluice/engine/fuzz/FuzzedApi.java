package dev.sluice.engine.fuzz;

import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An API with something of everything, for strangers to call. */
final class FuzzedApi {
    static final long START_NANOS = 1_795_000_000_000_000_000L;
    static final String HOST = "a1b2c3d4e5.execute-api.localhost";

    private static final String FUNCTION = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
            + "arn:aws:lambda:us-east-1:123456789012:function:fn/invocations";

    private static final String THING = """
            {"type": "object", "required": ["id"], "properties":
               {"id": {"type": "integer", "minimum": 1}, "name": {"type": "string", "pattern": "^[a-z]+$"}}}""";

    private static final String API = """
            {"openapi": "3.0.1", "info": {"title": "fuzzed", "version": "1"},
             "x-amazon-apigateway-binary-media-types": ["image/png"],
             "x-amazon-apigateway-request-validators": {"all":
              {"validateRequestBody": true, "validateRequestParameters": true}},
             "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": {"responseParameters":
              {"gatewayresponse.header.x-a": "method.request.header.Accept"}}},
             "components": {
              "schemas": {"Thing": THING},
              "securitySchemes": {"auth": {"type": "apiKey", "name": "Authorization", "in": "header",
               "x-amazon-apigateway-authtype": "custom", "x-amazon-apigateway-authorizer":
               {"type": "token", "authorizerUri": "FN", "authorizerResultTtlInSeconds": 60}}}},
             "paths": {
              "/proxy": {"x-amazon-apigateway-any-method": {"responses": {}, "x-amazon-apigateway-integration":
               {"type": "aws_proxy", "httpMethod": "POST", "uri": "FN"}}},
              "/proxy/{proxy+}": {"x-amazon-apigateway-any-method": {"responses": {},
               "security": [{"auth": []}], "x-amazon-apigateway-integration":
               {"type": "aws_proxy", "httpMethod": "POST", "uri": "FN"}}},
              "/mock/{id}": {"x-amazon-apigateway-any-method": {"responses": {"200": {"description": "", "headers":
               {"X-Id": {"schema": {"type": "string"}}}}}, "x-amazon-apigateway-integration": {"type": "mock",
               "requestTemplates": {"application/json": "#set($b = $input.path('$.a'))\\n{\\"statusCode\\": 200}"},
               "responses": {"default": {"statusCode": "200",
                "responseParameters": {"method.response.header.X-Id": "context.requestId"},
                "responseTemplates": {"application/json":
                 "{\\"id\\": \\"$input.params('id')\\", \\"q\\": $input.json('$'), \\"all\\": \\"$input.params()\\"}"}}}}}},
              "/http": {"x-amazon-apigateway-any-method": {"responses": {"200": {"description": ""}, "500":
               {"description": ""}}, "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "POST",
               "uri": "http://127.0.0.1:9/x", "passthroughBehavior": "when_no_templates",
               "requestParameters": {"integration.request.header.X-B": "method.request.body.a"},
               "responses": {"default": {"statusCode": "200"}, "5\\\\d\\\\d": {"statusCode": "500",
                "responseTemplates": {"application/json": "$input.path('$.message')"}}}}}},
              "/any/{proxy+}": {"x-amazon-apigateway-any-method": {"responses": {}, "x-amazon-apigateway-integration":
               {"type": "http_proxy", "httpMethod": "ANY", "uri": "http://127.0.0.1:9/{proxy}",
               "requestParameters": {"integration.request.path.proxy": "method.request.path.proxy"}}}},
              "/valid": {"post": {"responses": {"200": {"description": ""}},
               "x-amazon-apigateway-request-validator": "all",
               "parameters": [{"name": "q", "in": "query", "required": true, "schema": {"type": "string"}}],
               "requestBody": {"required": true, "content": {"application/json":
                {"schema": {"$ref": "#/components/schemas/Thing"}}}},
               "x-amazon-apigateway-integration": {"type": "mock",
               "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
               "responses": {"default": {"statusCode": "200"}}}}},
              "/cached/{id}": {"get": {"responses": {"200": {"description": ""}},
               "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
               "x-amazon-apigateway-integration": {"type": "http", "httpMethod": "GET",
               "uri": "http://127.0.0.1:9/c", "cacheKeyParameters": ["method.request.path.id"],
               "responses": {"default": {"statusCode": "200"}}}}}}}
            """;

    private FuzzedApi() {}

    static Workspace workspace() {
        return withModel(THING).orElseThrow();
    }

    /** The API with that schema as its model; absent if it cannot be read. */
    static Optional<Workspace> withModel(String schema) {
        String document = API.replace("\"FN\"", "\"" + FUNCTION + "\"").replace("THING", schema);
        return OpenApiReader.read(
                        "fuzzed.json",
                        document.getBytes(StandardCharsets.UTF_8),
                        new ImportSettings("a1b2c3d4e5", Account.DEFAULT, BehaviourProfile.AWS.timeoutCeiling()))
                .definition()
                .map(FuzzedApi::serving);
    }

    private static Workspace serving(ApiDefinition definition) {
        CacheSetting normal = CacheSetting.DEFAULT;
        var cached = new CacheSetting(true, 300, false, false, normal.unauthorizedStrategy());
        var settings =
                Map.of(Stage.ALL_METHODS, new MethodSetting(Optional.empty(), LoggingLevel.INFO, true, true, cached));
        var stage = new Stage(
                "prod", "d1", "", settings, Map.of(), Optional.empty(), true, Optional.of("0.5"), Optional.empty());
        var api =
                new RestApi("a1b2c3d4e5", definition, List.of(new Deployment("d1", "", 0, definition)), List.of(stage));
        return new Workspace(
                "fuzzed",
                BehaviourProfile.AWS,
                Account.DEFAULT,
                List.of(api),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Backend.ModelledFunction(
                        "fn", new Backend.FunctionAnswer.EchoEvent(), Backend.Latency.NONE)));
    }
}
