package dev.sluice.engine.execution.validation;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.sluice.engine.definition.Model;
import dev.sluice.engine.http.Body;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodySchemaTest {
    private static final String ADDRESS = "https://apigateway.amazonaws.com/restapis/a1b2c3d4e5/models/";

    private static Model model(String name, String schema) {
        return new Model(name, "application/json", "", schema);
    }

    private static List<String> reasons(String schema, String body, Model... others) {
        var models = new java.util.ArrayList<>(List.of(others));
        models.add(model("M", schema));
        return new ModelSchemas(models).schema("M").orElseThrow().reasonsAgainst(Body.utf8(body));
    }

    private static List<SchemaFault> faults(String schema) {
        return SchemaBundle.of(List.of(model("M", schema))).faults();
    }

    private static void says(String reason, String schema, String body) {
        assertEquals(List.of(reason), reasons(schema, body));
    }

    @Test
    void eachKeywordHasTheWordsOfAwsOwnLibrary() {
        says("object has missing required properties ([\"a\",\"b\"])", "{\"required\": [\"b\", \"a\"]}", "{}");
        says(
                "instance type (string) does not match any allowed primitive type (allowed: [\"integer\",\"number\"])",
                "{\"type\": \"number\"}",
                "\"a\"");
        says(
                "instance value (\"bird\") not found in enum (possible values: [\"dog\",\"cat\"])",
                "{\"enum\": [\"dog\", \"cat\"]}",
                "\"bird\"");
        says(
                "numeric instance is lower than the required minimum (minimum: 25.0, found: 1)",
                "{\"minimum\": 25.0}",
                "1");
        says(
                "numeric instance is not strictly lower than the required maximum 5",
                "{\"maximum\": 5, \"exclusiveMaximum\": true}",
                "5");
        says("string \"a\" is too short (length: 1, required minimum: 3)", "{\"minLength\": 3}", "\"a\"");
        says("ECMA 262 regex \"^a\" does not match input string \"b\"", "{\"pattern\": \"^a\"}", "\"b\"");
        says("string \"x\" is not a valid email address", "{\"format\": \"email\"}", "\"x\"");
        says(
                "object instance has properties which are not allowed by the schema: [\"a\",\"b\"]",
                "{\"additionalProperties\": false}",
                "{\"b\": 1, \"a\": 1}");
        says("array must not contain duplicate elements", "{\"uniqueItems\": true}", "[1, 2, 1.0]");
        says("remainder of division is not zero (0.001 / 0.01)", "{\"multipleOf\": 0.01}", "0.001");
        says(
                "schema only allows 1 elements in array but instance has 2 elements",
                "{\"items\": [{}], \"additionalItems\": false}",
                "[1, 2]");
        says(
                "property \"a\" of object has missing property dependencies (schema requires [\"b\"]; missing: [\"b\"])",
                "{\"dependencies\": {\"a\": [\"b\"]}}",
                "{\"a\": 1}");
    }

    @Test
    void ofCombinedSchemasOnlyTheOutcomeIsTold() {
        says(
                "instance failed to match exactly one schema (matched 0 out of 2)",
                "{\"oneOf\": [{\"type\": \"null\"}, {\"required\": [\"a\"]}]}",
                "{}");
        says(
                "instance failed to match exactly one schema (matched 2 out of 2)",
                "{\"oneOf\": [{}, {\"type\": \"object\"}]}",
                "{}");
        says(
                "instance failed to match at least one required schema among 2",
                "{\"anyOf\": [{\"type\": \"null\"}, {\"type\": \"array\"}]}",
                "{}");
        says(
                "instance failed to match all required schemas (matched only 1 out of 2)",
                "{\"allOf\": [{\"type\": \"object\"}, {\"required\": [\"a\", \"b\"]}]}",
                "{}");
        says("instance matched a schema which it should not have", "{\"not\": {}}", "1");
    }

    @Test
    void whatIsInsideAValueThatFailedIsNotTold() {
        String schema =
                "{\"properties\": {\"b\": {\"type\": \"string\"}, \"a\": {\"required\": [\"x\"], \"properties\": {\"y\": {\"type\": \"null\"}}}}}";
        assertEquals(
                List.of(
                        "object has missing required properties ([\"x\"])",
                        "instance type (integer) does not match any allowed primitive type (allowed: [\"string\"])"),
                reasons(schema, "{\"b\": 1, \"a\": {\"y\": 1}}"));
    }

    @Test
    void modelsReferToEachOtherByAddressByPlaceAndToThemselves() {
        Model pet = model("Pet", "{\"type\": \"object\", \"required\": [\"name\"]}");
        for (String reference :
                List.of(ADDRESS + "Pet", "#/components/schemas/Pet", "#/definitions/Pet", "#/definitions/own")) {
            String schema = "{\"definitions\": {\"own\": {\"required\": [\"name\"]}}, \"items\": {\"$ref\": \""
                    + reference + "\"}}";
            assertEquals(List.of(), reasons(schema, "[{\"name\": 1}]", pet), reference);
            assertEquals(
                    List.of("object has missing required properties ([\"name\"])"),
                    reasons(schema, "[{}]", pet),
                    reference);
        }
    }

    @Test
    void nothingIsFetched() {
        for (String reference :
                List.of("http://127.0.0.1:1/x.json", "file:///etc/passwd", "classpath:/a", "other.json#/A", "urn:x")) {
            String schema = "{\"properties\": {\"a\": {\"$ref\": \"" + reference + "\"}}}";
            assertEquals(List.of(), reasons(schema, "{\"a\": 1}"), reference);
            assertEquals("/properties/a/$ref", faults(schema).getFirst().pointer());
        }
        assertEquals(List.of(), reasons("{\"$schema\": \"http://127.0.0.1:1/meta\", \"id\": \"file:///x\"}", "1"));
        assertEquals(1, faults("{\"$ref\": \"#/definitions/nowhere\"}").size());
        assertEquals(List.of(), reasons("{\"$ref\": \"" + ADDRESS + "Gone\"}", "1"));
    }

    @Test
    void whatApiGatewayDoesNotCheckIsNotChecked() {
        assertEquals(List.of(), reasons("{\"minItems\": 2, \"maxItems\": 0}", "[1]"));
        assertEquals(List.of(), reasons("{\"minimum\": 1, \"exclusiveMinimum\": true}", "1"));
    }

    @Test
    void wrongKeywordsAreNamedAndAllowEverything() {
        for (String schema : List.of(
                "{\"type\": \"text\"}",
                "{\"required\": true}",
                "{\"properties\": []}",
                "{\"enum\": 1}",
                "{\"maximum\": \"1\"}",
                "{\"multipleOf\": 0}",
                "{\"maxLength\": -1}",
                "{\"anyOf\": []}",
                "{\"items\": 1}",
                "{\"pattern\": \"(\"}",
                "{\"pattern\": \"(a)\\\\1\"}",
                "{\"patternProperties\": {\"[\": {}}}",
                "{\"not\": 1, \"dependencies\": 1}",
                "no JSON",
                "[]")) {
            assertFalse(faults(schema).isEmpty(), schema);
            if (!schema.contains("not")) {
                assertEquals(List.of(), reasons(schema, "{\"a\": [1]}"), schema);
            }
        }
    }

    @Test
    void aBodyThatIsNoJsonDoesNotFit() {
        for (String body : List.of("{", "{} x", "nope", " ", "[1,]", "{\"a\": NaN}", "\u0000")) {
            assertEquals(List.of("Unknown error parsing request body"), reasons("{}", body), body);
        }
        assertEquals(List.of("Unknown error parsing request body"), reasons("{}", "[".repeat(5_000)));
    }

    @Test
    void patternsAreLinearAndMayLookAheadFromTheStart() {
        String password = "{\"pattern\": \"^(?=.*[A-Z])(?=.*\\\\d).{8,}$\"}";
        assertEquals(List.of(), reasons(password, "\"Passw0rdX\""));
        assertEquals(1, reasons(password, "\"passw0rdx\"").size());
        assertEquals(List.of(), reasons("{\"pattern\": \"^\\\\u00e9$\"}", "\"é\""));
        String evil = "{\"pattern\": \"^(a+)+$\"}";
        assertTimeout(ofSeconds(5), () -> reasons(evil, "\"" + "a".repeat(100_000) + "!\""));
    }

    @Test
    void noSchemaAndNoBodyMakesTheGatewayHang() {
        String manyTimes = IntStream.range(0, 60)
                .mapToObj(i -> "\"d" + i + "\": {\"allOf\": [{\"$ref\": \"#/definitions/d" + (i + 1)
                        + "\"}, {\"$ref\": \"#/definitions/d" + (i + 1) + "\"}]}")
                .collect(Collectors.joining(
                        ", ", "{\"$ref\": \"#/definitions/M\", \"definitions\": {", ", \"d60\": {}}}"));
        String doubling =
                manyTimes.replace("\"$ref\": \"#/definitions/M\", ", "\"not\": {\"$ref\": \"#/definitions/d0\"}, ");
        String circle = "{\"anyOf\": [{\"$ref\": \"#\"}, {\"$ref\": \"#\"}]}";
        String tree =
                "{\"anyOf\": [{\"properties\": {\"a\": {\"$ref\": \"#\"}}, \"not\": {}}, {\"properties\": {\"a\": {\"$ref\": \"#\"}}, \"not\": {}}]}";
        String deep = "{\"a\":".repeat(190) + "1" + "}".repeat(190);
        String large = "{\"pattern\": \"^" + "(x?){30}".repeat(20) + "$\"}";
        assertTimeout(ofSeconds(30), () -> {
            for (String schema : List.of(doubling, circle, tree, large)) {
                reasons(schema, deep);
                reasons(schema, "\"" + "x".repeat(1_000_000) + "\"");
            }
        });
        assertEquals(List.of("the request body or its model is too large to be checked"), reasons(circle, "1"));
    }

    @Test
    void itemsWithEqualHashesDoNotTakeQuadraticTime() {
        String items = IntStream.range(0, 1 << 14)
                .mapToObj(i -> IntStream.range(0, 14)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", "\"", "\"")))
                .collect(Collectors.joining(",", "[", "]"));
        assertTimeout(ofSeconds(10), () -> assertEquals(List.of(), reasons("{\"uniqueItems\": true}", items)));
    }
}
