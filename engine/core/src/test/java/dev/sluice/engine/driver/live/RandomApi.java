package dev.sluice.engine.driver.live;

import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.Backend.Latency;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.CacheSetting.UnauthorizedStrategy;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** An API made up from a seed: methods of every kind, each with or without key, authorizer, validator and cache. */
final class RandomApi {
    static final String ID = "a1b2c3d4e5";
    static final String HOST = ID + ".execute-api.localhost";
    static final int RESOURCES = 8;
    static final String KEY = "key-of-a-plan-000000000001";

    private static final String LAMBDA = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
            + "arn:aws:lambda:us-east-1:123456789012:function:%s/invocations";
    private static final String ALLOW = """
            {"principalId": "u", "context": {"n": 1}, "policyDocument": {"Version": "2012-10-17", "Statement":
             [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "*"}]}}""";
    private static final String RESPONSES = """
            "responses": {"200": {"description": "", "headers": {"X-Id": {"schema": {"type": "string"}}}},
             "400": {"description": ""}, "500": {"description": ""}}""";

    private final SplittableRandom random;

    private RandomApi(SplittableRandom random) {
        this.random = random;
    }

    static Workspace workspace(SplittableRandom random) {
        return new RandomApi(random).workspace();
    }

    private Workspace workspace() {
        ApiDefinition definition = OpenApiReader.read(
                        "random.json",
                        document().getBytes(StandardCharsets.UTF_8),
                        new ImportSettings(ID, Account.DEFAULT, BehaviourProfile.AWS.timeoutCeiling()))
                .definition()
                .orElseThrow();
        var api = new RestApi(ID, definition, List.of(new Deployment("d1", "", 0, definition)), List.of(stage()));
        var plan = new UsagePlan(
                "p",
                "p",
                "",
                List.of(new UsagePlan.ApiStage(ID, "prod", Map.of())),
                Optional.of(new ThrottleSettings(Integer.toString(1 + random.nextInt(20)), 1 + random.nextInt(5))),
                Optional.empty(),
                List.of("k"));
        return new Workspace(
                "random",
                BehaviourProfile.AWS,
                Account.DEFAULT,
                List.of(api),
                List.of(plan),
                List.of(new ApiKey("k", "k", KEY, true)),
                List.of(),
                List.of(),
                List.of(
                        new Backend.ModelledFunction("echo", new FunctionAnswer.EchoEvent(), Latency.NONE),
                        new Backend.ModelledFunction("fails", new FunctionAnswer.Fails("no", "Error"), Latency.NONE),
                        new Backend.ModelledFunction("bad", new FunctionAnswer.Payload("[1]"), Latency.NONE),
                        new Backend.ModelledFunction("auth", new FunctionAnswer.Payload(ALLOW), Latency.NONE),
                        endpoint()));
    }

    private static Backend endpoint() {
        var answer = new Backend.HttpAnswer(
                200,
                Map.of("Content-Type", "application/json", "X-From", "model"),
                "{\"message\": [1, 2]}",
                Latency.NONE);
        return new Backend.HttpEndpoint(
                "model", "model.example", List.of(new Backend.Route("ANY", "/{proxy+}", answer)));
    }

    private Stage stage() {
        Optional<ThrottleSettings> throttle = random.nextBoolean()
                ? Optional.of(new ThrottleSettings(Integer.toString(10 + random.nextInt(60)), 1 + random.nextInt(20)))
                : Optional.empty();
        var strategies = UnauthorizedStrategy.values();
        var cache = new CacheSetting(
                random.nextInt(3) > 0,
                random.nextInt(4),
                false,
                random.nextBoolean(),
                strategies[random.nextInt(strategies.length)]);
        LoggingLevel level = LoggingLevel.values()[random.nextInt(3)];
        return new Stage(
                "prod",
                "d1",
                "",
                Map.of(Stage.ALL_METHODS, new MethodSetting(throttle, level, random.nextBoolean(), true, cache)),
                Map.of("v", "w"),
                Optional.empty(),
                random.nextBoolean(),
                random.nextInt(3) > 0 ? Optional.of("0.5") : Optional.empty(),
                random.nextBoolean()
                        ? Optional.of(new AccessLogSettings("", "$context.requestId $context.status"))
                        : Optional.empty());
    }

    private String document() {
        var paths = new ArrayList<String>();
        for (int i = 0; i < RESOURCES; i++) {
            paths.add("\"/r" + i + "/{id}\": {\"x-amazon-apigateway-any-method\": " + method() + "}");
        }
        return """
                {"openapi": "3.0.1", "info": {"title": "random", "version": "1"},
                 "x-amazon-apigateway-request-validators": {"all":
                  {"validateRequestBody": true, "validateRequestParameters": true}},
                 "x-amazon-apigateway-minimum-compression-size": %d,
                 "components": {"schemas": {"Thing": {"type": "object", "required": ["id"],
                  "properties": {"id": {"type": "integer"}}}},
                  "securitySchemes": {
                   "api_key": {"type": "apiKey", "name": "x-api-key", "in": "header"},
                   "auth": {"type": "apiKey", "name": "Authorization", "in": "header",
                    "x-amazon-apigateway-authtype": "custom", "x-amazon-apigateway-authorizer": {"type": "token",
                    "authorizerUri": "%s", "authorizerResultTtlInSeconds": %d}}}},
                 "paths": {%s}}
                """.formatted(
                        random.nextInt(400),
                        LAMBDA.formatted(any("auth", "auth", "auth", "fails", "bad")),
                        random.nextInt(3),
                        String.join(",\n", paths));
    }

    private String method() {
        var parts = new ArrayList<String>();
        parts.add(RESPONSES);
        parts.add("\"security\": [" + any("", "", "{\"api_key\": []}", "{\"auth\": []}") + "]");
        String parameters =
                "{\"name\": \"id\", \"in\": \"path\", \"required\": true, \"schema\": {\"type\": \"string\"}}";
        if (random.nextInt(3) == 0) {
            parts.add("\"x-amazon-apigateway-request-validator\": \"all\"");
            parts.add("\"requestBody\": {\"content\": {\"application/json\": {\"schema\":"
                    + " {\"$ref\": \"#/components/schemas/Thing\"}}}}");
            parameters +=
                    ", {\"name\": \"q\", \"in\": \"query\", \"required\": true, \"schema\": {\"type\": \"string\"}}";
        }
        parts.add("\"parameters\": [" + parameters + "]");
        parts.add("\"x-amazon-apigateway-integration\": " + integration());
        return "{" + String.join(", ", parts) + "}";
    }

    private String integration() {
        String cached = "\"cacheKeyParameters\": [" + any("", "\"method.request.path.id\"") + "]";
        String responses = """
                "responses": {"default": {"statusCode": "200",
                 "responseParameters": {"method.response.header.X-Id": "context.requestId"},
                 "responseTemplates": {"application/json": "%s"}}, "5\\\\d\\\\d": {"statusCode": "500"}}""".formatted(any(
                "",
                "$input.json('$')",
                "{\\\"id\\\": \\\"$input.params('id')\\\", \\\"at\\\": $context.requestTimeEpoch}",
                "$input.path('$.a.b.c')"));
        return switch (random.nextInt(5)) {
            case 0 ->
                "{\"type\": \"mock\", " + cached + ", \"requestTemplates\": {\"application/json\":"
                        + " \"{\\\"statusCode\\\": 200}\"}, " + responses + "}";
            case 1 ->
                "{\"type\": \"aws_proxy\", \"httpMethod\": \"POST\", " + cached + ", \"uri\": \""
                        + LAMBDA.formatted(any("echo", "echo", "fails", "bad", "none")) + "\"}";
            case 2 ->
                "{\"type\": \"aws\", \"httpMethod\": \"POST\", " + cached + ", \"uri\": \""
                        + LAMBDA.formatted(any("echo", "fails")) + "\", " + responses + "}";
            case 3 ->
                "{\"type\": \"http\", \"httpMethod\": \"POST\", " + cached + ", \"uri\": \"http://model.example/x\", "
                        + responses + "}";
            default ->
                "{\"type\": \"http_proxy\", \"httpMethod\": \"ANY\", " + cached
                        + ", \"uri\": \"http://model.example/y\"}";
        };
    }

    private String any(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
