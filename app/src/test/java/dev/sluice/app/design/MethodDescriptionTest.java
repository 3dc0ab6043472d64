package dev.sluice.app.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.design.BoxContent.Field;
import dev.sluice.app.design.BoxContent.Template;
import dev.sluice.app.frame.Selection;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.BehaviourProfile.TimeoutCeiling;
import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MethodDescriptionTest {
    private static final String API = """
            openapi: 3.0.1
            info: {title: Shop, version: "1"}
            x-amazon-apigateway-request-validators: {all: {validateRequestBody: true, validateRequestParameters: false}}
            x-amazon-apigateway-request-validator: all
            paths:
              /pets:
                get: &pets
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                  x-amazon-apigateway-integration:
                    {type: mock, cacheNamespace: pets, cacheKeyParameters: [method.request.querystring.a]}
                post: *pets
            components: {schemas: {Pet: {type: object}}}
            """;

    private static MethodDescription described(String httpMethod) {
        var definition = OpenApiReader.read(
                        "api.yaml",
                        API.getBytes(StandardCharsets.UTF_8),
                        new ImportSettings("a1", Account.DEFAULT, TimeoutCeiling.RAISABLE))
                .definition()
                .orElseThrow();
        CacheSetting byDefault = CacheSetting.DEFAULT;
        var cached = new CacheSetting(true, 60, false, true, byDefault.unauthorizedStrategy());
        var setting = new MethodSetting(Optional.empty(), MethodSetting.LoggingLevel.OFF, false, false, cached);
        var stage = new Stage(
                "prod",
                "d",
                "",
                Map.of(Stage.ALL_METHODS, setting),
                Map.of(),
                Optional.empty(),
                false,
                Optional.of("0.5"),
                Optional.empty());
        var workspace = Workspace.empty("w")
                .withRestApi(
                        new RestApi("a1", definition, List.of(new Deployment("d", "", 1, definition)), List.of(stage)));
        var selection = Selection.in(workspace);
        var model = new DesignModel(() -> workspace, selection, "http://127.0.0.1:4567");
        model.select("a1", "/pets", httpMethod);
        return model.description().orElseThrow();
    }

    private static boolean shows(BoxContent box, String name, String value) {
        return box.fields().contains(new Field(name, value));
    }

    @Test
    void theMethodRequestShowsItsValidatorAndItsModels() {
        BoxContent box = described("GET").content(DiagramBox.METHOD_REQUEST);
        assertTrue(shows(box, "requestValidator", "all"));
        assertTrue(shows(box, "validateRequestBody", "true"));
        assertTrue(shows(box, "validateRequestParameters", "false"));
        assertTrue(shows(box, "requestModels application/json", "Pet"));
        assertEquals(List.of(new Template("schema Pet", "{\n  \"type\": \"object\"\n}")), box.templates());
    }

    @Test
    void theIntegrationRequestShowsWhatIsCachedWhereTheStageCaches() {
        BoxContent get = described("GET").content(DiagramBox.INTEGRATION_REQUEST);
        assertTrue(shows(get, "cacheNamespace", "pets"));
        assertTrue(shows(get, "cacheKeyParameters", "method.request.querystring.a"));
        assertTrue(shows(get, "cacheTtlInSeconds", "60"));
        BoxContent post = described("POST").content(DiagramBox.INTEGRATION_REQUEST);
        assertTrue(post.fields().stream().noneMatch(field -> field.name().equals("cacheTtlInSeconds")));
    }
}
