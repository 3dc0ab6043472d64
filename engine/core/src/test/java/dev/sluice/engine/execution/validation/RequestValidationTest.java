package dev.sluice.engine.execution.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.ServedApi;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.LogLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestValidationTest {
    private static final String API = """
            openapi: 3.0.1
            info: {title: Shop, version: "1"}
            x-amazon-apigateway-request-validators:
              all: {validateRequestBody: true, validateRequestParameters: true}
              body: {validateRequestBody: true, validateRequestParameters: false}
            x-amazon-apigateway-request-validator: all
            x-amazon-apigateway-gateway-responses:
              BAD_REQUEST_BODY:
                responseTemplates:
                  application/json: '{"why": "$context.error.validationErrorString"}'
            paths:
              /pets/{id}:
                post: &post
                  parameters:
                    - {name: zone, in: query, required: true, schema: {type: string}}
                    - {name: area, in: query, required: true, schema: {type: string}}
                    - {name: X-Who, in: header, required: true, schema: {type: string}}
                    - {name: maybe, in: header, schema: {type: string}}
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                      text/json: {schema: {type: array}}
                  x-amazon-apigateway-integration: &mock
                    type: mock
                    requestTemplates: {$default: '{"statusCode": 200}'}
                    responses: {default: {statusCode: "200"}}
                put:
                  <<: *post
                  x-amazon-apigateway-request-validator: body
              /strict:
                post:
                  requestBody:
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Pet'}}
                      $default: {schema: {$ref: '#/components/schemas/Pet'}}
                  x-amazon-apigateway-integration: *mock
            components:
              schemas:
                Pet:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    parent: {$ref: '#/components/schemas/Pet'}
            """;

    private final ServedApi api = ServedApi.of(API);

    private HttpResponse post(String path, Headers headers, String body) {
        return api.send("POST", path, headers, Body.utf8(body));
    }

    private static void assertAnswer(int status, String body, HttpResponse response) {
        assertEquals(
                status + " " + body, response.status() + " " + response.body().utf8());
    }

    @Test
    void everyMissingParameterIsNamedHeadersFirstThenPathThenQueryEachByName() {
        assertAnswer(
                400,
                "{\"message\": \"Missing required request parameters: [X-Who, area, zone]\"}",
                post("/pets/1", Headers.NONE, "no JSON at all"));
    }

    @Test
    void aBlankValueIsMissingAndAHeaderNameIsComparedWithCase() {
        assertAnswer(
                400,
                "{\"message\": \"Missing required request parameters: [X-Who, area, zone]\"}",
                post("/pets/1?zone=&area=+", Headers.of("x-who", "me", "X-Who", " "), "{}"));
    }

    @Test
    void aRepeatedParameterNeedsOneValue() {
        assertEquals(
                200,
                post("/pets/1?zone=1&zone=&area=2", Headers.of("X-Who", "me"), "{\"name\": \"Rex\"}")
                        .status());
    }

    @Test
    void aBodyThatDoesNotFitIsRefusedAndTheReasonGoesToLogAndGatewayResponse() {
        HttpResponse response = post("/pets/1?zone=1&area=2", Headers.of("X-Who", "me"), "{\"parent\": {}}");
        assertAnswer(400, "{\"why\": \"[object has missing required properties ([\\\"name\\\"])]\"}", response);
        assertEquals(
                "BadRequestException",
                response.headers().first("x-amzn-ErrorType").orElseThrow());
        List<String> lines = ExecutionLog.lines(api.lastRecord()).stream()
                .map(LogLine::message)
                .toList();
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.endsWith(
                                        "Request body does not match model schema for content type application/json: [object has missing required properties ([\"name\"])]")),
                lines::toString);
        assertTrue(lines.getLast().endsWith("Method completed with status: 400"), lines::toString);
    }

    @Test
    void modelsReferToThemselves() {
        Headers who = Headers.of("X-Who", "me");
        String path = "/pets/1?zone=1&area=2";
        assertEquals(
                200,
                post(path, who, "{\"name\": \"a\", \"parent\": {\"name\": \"b\"}}")
                        .status());
        assertEquals(
                400,
                post(path, who, "{\"name\": \"a\", \"parent\": {\"name\": 1}}").status());
    }

    @Test
    void theModelIsThatOfTheMediaTypeAndATypeWithoutOneIsNotChecked() {
        assertEquals(200, put("text/json; charset=utf-8", "[]").status());
        assertEquals(400, put("TEXT/JSON", "{}").status());
        assertEquals(200, put("text/plain", "anything").status());
        assertEquals(
                400,
                post("/strict", Headers.of("Content-Type", "text/plain"), "anything")
                        .status());
    }

    private HttpResponse put(String contentType, String body) {
        return api.send("PUT", "/pets/1", Headers.of("Content-Type", contentType), Body.utf8(body));
    }

    @Test
    void aValidatorOfTheOperationReplacesThatOfTheDocument() {
        assertEquals(200, put("application/json", "{\"name\": \"Rex\"}").status(), "parameters are not checked");
    }

    @Test
    void anAbsentBodyIsAnEmptyObject() {
        assertEquals(400, api.send("PUT", "/pets/1", Headers.NONE, Body.EMPTY).status());
        assertAnswer(
                400,
                "{\"why\": \"[Unknown error parsing request body]\"}",
                api.send("PUT", "/pets/1", Headers.NONE, Body.EMPTY));
    }
}
