package dev.sluice.engine.execution;

import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workspaces whose one API hands every path to a function: {@code /prod/NAME} to the function of that name. */
public final class FunctionWorkspaces {
    private static final String PATH = """
            "/%1$s": {"x-amazon-apigateway-any-method": {"responses": {}, "x-amazon-apigateway-integration": {
              "type": "aws_proxy", "httpMethod": "POST",
              "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:%1$s/invocations"}}}""";

    private FunctionWorkspaces() {}

    public static Workspace of(Backend... functions) {
        return of(List.of(functions));
    }

    public static Workspace of(List<? extends Backend> functions) {
        String paths = String.join(
                ",", functions.stream().map(each -> PATH.formatted(each.name())).toList());
        String document =
                "{\"openapi\": \"3.0.1\", \"info\": {\"title\": \"functions\", \"version\": \"1\"}, \"paths\": {"
                        + paths + "}}";
        ApiDefinition definition = OpenApiReader.read(
                        "functions.json",
                        document.getBytes(StandardCharsets.UTF_8),
                        new ImportSettings("a1b2c3d4e5", Account.DEFAULT, BehaviourProfile.AWS.timeoutCeiling()))
                .definition()
                .orElseThrow();
        var stage = new Stage("prod", "d1", "", Map.of(), Map.of(), Optional.empty(), false);
        var api =
                new RestApi("a1b2c3d4e5", definition, List.of(new Deployment("d1", "", 0, definition)), List.of(stage));
        return new Workspace(
                "functions",
                BehaviourProfile.AWS,
                Account.DEFAULT,
                List.of(api),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.copyOf(functions));
    }

    public static HttpRequest get(String function) {
        return new HttpRequest(
                "GET",
                "/prod/" + function,
                Headers.of("Host", "a1b2c3d4e5.execute-api.localhost"),
                Body.EMPTY,
                "127.0.0.1");
    }
}
