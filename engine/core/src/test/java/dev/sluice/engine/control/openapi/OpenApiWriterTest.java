package dev.sluice.engine.control.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.definition.ApiDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiWriterTest {
    @Test
    void aSmallApiLooksLikeThis() {
        ApiDefinition api = Documents.definition("""
                openapi: 3.0.1
                info: {title: Shop, version: "1"}
                paths:
                  /:
                    get:
                      security: [{k: []}]
                      x-amazon-apigateway-integration: {type: MOCK, requestTemplates: {application/json: '{"statusCode": 200}'}}
                components: {securitySchemes: {k: {type: apiKey, name: X-API-Key, in: header}}}
                """);
        assertEquals("""
                {
                  "openapi": "3.0.1",
                  "info": {
                    "title": "Shop",
                    "version": "1"
                  },
                  "paths": {
                    "/": {
                      "get": {
                        "responses": {},
                        "security": [
                          {
                            "api_key": []
                          }
                        ],
                        "x-amazon-apigateway-integration": {
                          "type": "mock",
                          "requestTemplates": {
                            "application/json": "{\\"statusCode\\": 200}"
                          },
                          "passthroughBehavior": "when_no_match"
                        }
                      }
                    }
                  },
                  "components": {
                    "securitySchemes": {
                      "api_key": {
                        "type": "apiKey",
                        "name": "x-api-key",
                        "in": "header"
                      }
                    }
                  }
                }
                """, OpenApiWriter.write(api));
    }

    @Test
    void anyTextSurvives() {
        String odd = "\"\\\n\r\t\u0001\u007f\u2028é😀 lone \ud800 \udc00";
        String json = JsonText.of(Node.sequence(List.of(Node.texts(Map.of(odd, odd)))));
        ImportedApi api = Documents.read(
                "a.json",
                "{\"openapi\":\"3.0.1\",\"paths\":{},\"info\":"
                        + json.strip()
                                .substring(1, json.strip().length() - 1)
                                .replaceFirst("\"(?:[^\"\\\\]|\\\\.)*\":", "\"title\":")
                        + "}");
        assertEquals(odd, api.definition().orElseThrow().name());
    }

    @Test
    void anOrderWithChildrenBeforeParentsIsKept() {
        ApiDefinition api =
                Documents.definition("{openapi: 3.0.1, info: {title: A}, paths: {/a/b: {}, /: {}, /a: {}}}");
        ApiDefinition again =
                Documents.read("a.json", OpenApiWriter.write(api)).definition().orElseThrow();
        assertEquals(api, again);
        assertEquals("/a/b", again.resources().getFirst().path());
    }
}
