package dev.sluice.engine.execution.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.TemplateException;
import dev.sluice.engine.execution.mapping.TemplateVariables;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recorded and documented template cases, rendered as their integration would: request template, endpoint that
 * echoes, response template.
 */
class TemplateCasesTest {
    private static final Path CASES = Path.of("src/test/resources/conformance/cases");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MappingTemplates templates = new MappingTemplates();

    @Test
    void theTemplateCasesRenderAsExpected() throws IOException, TemplateException {
        var checked = new ArrayList<String>();
        for (Path file : files()) {
            JsonNode read = JSON.readTree(Files.readString(file));
            JsonNode expected = read.at("/steps/0/expect/body");
            if (expected.has("exact") || expected.has("json")) {
                check(file.getFileName().toString(), read, expected);
                checked.add(file.getFileName().toString());
            }
        }
        System.out.println("TemplateCasesTest: " + checked.size() + " cases checked");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith("vtl--") || name.startsWith("mock--");
                    })
                    .sorted()
                    .toList();
        }
    }

    private void check(String name, JsonNode read, JsonNode expected) throws TemplateException {
        Map.Entry<String, JsonNode> path =
                read.at("/api/openapi/paths").properties().iterator().next();
        JsonNode integration =
                path.getValue().properties().iterator().next().getValue().get("x-amazon-apigateway-integration");
        JsonNode request = read.at("/steps/0/request");
        TemplateVariables variables = variables(path.getKey(), request);
        String body = render(integration.at("/requestTemplates"), variables);
        boolean mock = integration.get("type").asString().equals("mock");
        JsonNode response = response(
                integration.get("responses"), mock ? MockStatusCode.read(body).orElseThrow() : 200);
        String answer = render(response.at("/responseTemplates"), mock ? variables : withBody(variables, read, body));
        if (expected.has("exact")) {
            assertEquals(expected.get("exact").asString(), answer, name);
        } else {
            assertEquals(expected.get("json"), JSON.readTree(answer), name);
        }
    }

    private String render(JsonNode byType, TemplateVariables variables) throws TemplateException {
        JsonNode template = byType.get("application/json");
        return template == null ? variables.body().utf8() : templates.render(template.asString(), variables);
    }

    private static JsonNode response(JsonNode responses, int status) {
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (String.valueOf(status).matches(response.getKey())
                    && (responses.size() == 1
                            || response.getValue().get("statusCode").asString().equals(String.valueOf(status)))) {
                return response.getValue();
            }
        }
        return responses.has("default")
                ? responses.get("default")
                : responses.properties().iterator().next().getValue();
    }

    /** The endpoint's answer as the case's stub gives it. */
    private static TemplateVariables withBody(TemplateVariables old, JsonNode read, String sent) {
        JsonNode behavior = read.at("/backends/0/behavior");
        String answer = switch (behavior.get("type").asString()) {
            case "echo-wrapped-json" -> "{\"json\":" + (sent.isEmpty() ? "null" : sent) + "}";
            case "static" -> behavior.get("body").asString();
            default -> sent;
        };
        return new TemplateVariables(
                Body.utf8(answer),
                old.pathParameters(),
                old.queryString(),
                old.headers(),
                old.context(),
                old.stageVariables());
    }

    private static TemplateVariables variables(String resource, JsonNode request) {
        var pathParameters = new LinkedHashMap<String, String>();
        String[] names = resource.split("/");
        String[] values = request.get("path").asString().split("/");
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            if (names[i].startsWith("{")) {
                pathParameters.put(names[i].substring(1, names[i].length() - 1), values[i]);
            }
        }
        Headers.Builder headers = Headers.builder();
        request.at("/headers")
                .properties()
                .forEach(
                        header -> headers.add(header.getKey(), header.getValue().asString()));
        return new TemplateVariables(
                Body.utf8(request.at("/body/text").asString("")),
                pathParameters,
                QueryString.of(request.at("/query").asString("")).lastValues(),
                ForwardedHeaders.forTemplates(headers.build()),
                context(),
                Map.of());
    }

    private static Map<String, Object> context() {
        var context = new LinkedHashMap<String, Object>();
        for (String part : List.of("requestOverride", "responseOverride")) {
            var override = new LinkedHashMap<String, Object>();
            for (String place : List.of("path", "header", "querystring")) {
                override.put(place, new LinkedHashMap<String, Object>());
            }
            context.put(part, override);
        }
        return context;
    }
}
