package dev.sluice.app.design;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.app.ScreenTest;
import dev.sluice.app.Screenshots;
import dev.sluice.app.frame.FrameView;
import dev.sluice.app.frame.Navigation;
import dev.sluice.app.frame.Selection;
import dev.sluice.app.frame.StatusBar;
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
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** A method with everything in its way: an authorizer, a validator, a model and a cache. */
class GuardedMethodTest extends ScreenTest {
    private static final String API = """
            openapi: 3.0.1
            info: {title: Orders, version: "1"}
            x-amazon-apigateway-request-validators: {everything: {validateRequestBody: true, validateRequestParameters: true}}
            paths:
              /orders/{orderId}:
                get:
                  x-amazon-apigateway-request-validator: everything
                  security: [{team-token: []}]
                  parameters:
                    - {name: orderId, in: path, required: true, schema: {type: string}}
                    - {name: customer, in: query, required: true, schema: {type: string}}
                    - {name: X-Trace, in: header, schema: {type: string}}
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/OrderQuestion'}}}}
                  responses: {"200": {description: ok}, "404": {description: none}}
                  x-amazon-apigateway-integration:
                    type: http
                    httpMethod: GET
                    uri: http://orders.internal/v1/orders/{orderId}
                    cacheNamespace: orders
                    cacheKeyParameters: [method.request.path.orderId, method.request.querystring.customer]
                    requestParameters: {integration.request.path.orderId: method.request.path.orderId}
                    responses:
                      default: {statusCode: "200"}
                      '4\\d{2}': {statusCode: "404"}
            components:
              schemas:
                OrderQuestion:
                  type: object
                  required: [fields]
                  properties: {fields: {type: array, maxItems: 20, items: {type: string}}}
              securitySchemes:
                team-token:
                  type: apiKey
                  name: Authorization
                  in: header
                  x-amazon-apigateway-authtype: custom
                  x-amazon-apigateway-authorizer:
                    type: token
                    authorizerResultTtlInSeconds: 300
                    identityValidationExpression: "^Bearer [-0-9a-zA-Z._]*$"
                    authorizerUri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:check-team/invocations
            """;

    private DesignModel model;

    @Override
    protected Parent content() {
        Workspace workspace = workspace();
        model = new DesignModel(() -> workspace, Selection.in(workspace), "http://127.0.0.1:4567");
        return new FrameView(
                new Navigation(List.of(new DesignScreen(model, () -> {}))),
                appearance,
                workspace.name(),
                new Label(),
                Optional.empty(),
                new StatusBar(),
                List.of());
    }

    private static Workspace workspace() {
        var definition = OpenApiReader.read(
                        "orders.yaml",
                        API.getBytes(StandardCharsets.UTF_8),
                        new ImportSettings("a1b2c3d4e5", Account.DEFAULT, TimeoutCeiling.RAISABLE))
                .definition()
                .orElseThrow();
        var cached = new CacheSetting(true, 300, true, true, CacheSetting.DEFAULT.unauthorizedStrategy());
        var setting = new MethodSetting(Optional.empty(), MethodSetting.LoggingLevel.INFO, true, false, cached);
        var stage = new Stage(
                "prod",
                "d1",
                "",
                Map.of(Stage.ALL_METHODS, setting),
                Map.of(),
                Optional.empty(),
                true,
                Optional.of("0.5"),
                Optional.empty());
        return Workspace.empty("Guarded orders")
                .withRestApi(new RestApi(
                        "a1b2c3d4e5",
                        definition,
                        List.of(new Deployment("d1", "first", 1_700_000_000L, definition)),
                        List.of(stage)));
    }

    @Test
    void everyGuardOfAMethodStandsInItsBox() {
        interact(() -> model.select("a1b2c3d4e5", "/orders/{orderId}", "GET"));
        interact(() -> model.boxProperty().set(DiagramBox.METHOD_REQUEST));
        Screenshots.take("design-guarded", stage, appearance);
        String fields = model.description()
                .orElseThrow()
                .content(DiagramBox.METHOD_REQUEST)
                .fields()
                .toString();
        assertTrue(fields.contains("team-token"), fields);
        assertTrue(fields.contains("everything"), fields);
        assertTrue(fields.contains("OrderQuestion"), fields);
        interact(() -> model.boxProperty().set(DiagramBox.INTEGRATION_REQUEST));
        Screenshots.save("design-guarded-cache-light", stage.getScene(), 1);
        fields = model.description()
                .orElseThrow()
                .content(DiagramBox.INTEGRATION_REQUEST)
                .fields()
                .toString();
        assertTrue(fields.contains("cacheTtlInSeconds"), fields);
    }
}
