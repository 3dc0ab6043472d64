package dev.sluice.engine.storage;

import dev.sluice.engine.definition.AccessLogSettings;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.definition.HttpApi.AuthorizationType;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.definition.HttpApi.CorsConfiguration;
import dev.sluice.engine.definition.HttpApi.Definition;
import dev.sluice.engine.definition.HttpApi.Deployment;
import dev.sluice.engine.definition.HttpApi.Integration;
import dev.sluice.engine.definition.HttpApi.IntegrationType;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import dev.sluice.engine.definition.HttpApi.Route;
import dev.sluice.engine.definition.HttpApi.RouteSettings;
import dev.sluice.engine.definition.HttpApi.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** HTTP APIs with anything in them that files can hold, consistent in themselves. */
final class RandomHttpApis {
    private static final List<String> KEYS =
            List.of("$default", "ANY /{proxy+}", "GET /pets/{id}", "POST /Pets", "GET /");

    private final Random random;
    private final RandomWorkspaces values;

    RandomHttpApis(Random random, RandomWorkspaces values) {
        this.random = random;
        this.values = values;
    }

    HttpApi next(String id) {
        return new HttpApi(
                id,
                definition(),
                List.of(
                        new Deployment("d1", values.text(), 1, definition()),
                        new Deployment("d2", "", 2, definition())),
                List.of(stage(HttpApi.DEFAULT_STAGE, true), stage("Prod", false), stage("prod", false)));
    }

    private Definition definition() {
        var routes = new ArrayList<Route>();
        for (String key : KEYS) {
            AuthorizationType type = AuthorizationType.values()[random.nextInt(4)];
            routes.add(new Route(
                    "rt" + routes.size(),
                    key,
                    "int" + random.nextInt(2),
                    type,
                    switch (type) {
                        case JWT -> Optional.of("auth0");
                        case CUSTOM -> Optional.of("auth1");
                        case NONE, AWS_IAM -> Optional.empty();
                    },
                    random.nextBoolean() ? List.of() : List.of("read", "write"),
                    values.optional("operation")));
        }
        return new Definition(
                "Api " + values.name(),
                values.text(),
                values.text(),
                values.optional(cors()),
                routes,
                List.of(integration(0), integration(1)),
                List.of(
                        new Authorizer.Jwt(
                                "auth0", values.name(), "$request.header.Authorization", "https://i", List.of("a")),
                        new Authorizer.Request(
                                "auth1",
                                values.name(),
                                random.nextBoolean() ? List.of() : List.of("$request.header.X", "$context.routeKey"),
                                "arn:aws:lambda:us-east-1:210987654321:function:fn",
                                format(),
                                random.nextBoolean(),
                                random.nextInt(3_601))));
    }

    private CorsConfiguration cors() {
        return new CorsConfiguration(
                random.nextBoolean(),
                List.of("x-one"),
                random.nextBoolean() ? List.of() : List.of("GET", "*"),
                List.of("https://a.example"),
                List.of(),
                values.optional(random.nextInt(86_401)));
    }

    private Integration integration(int number) {
        return new Integration(
                "int" + number,
                IntegrationType.values()[random.nextInt(2)],
                random.nextBoolean() ? "" : "POST",
                "http://pets.example:8080/{id}",
                format(),
                values.optional("link01"),
                values.optional("arn:aws:iam::210987654321:role/r"),
                Map.of("append:header.X-A", values.text(), "overwrite:path", "/x"),
                random.nextBoolean() ? Map.of() : Map.of("500", Map.of("overwrite:statuscode", "403")),
                50 + random.nextInt(29_950));
    }

    private PayloadFormatVersion format() {
        return PayloadFormatVersion.values()[random.nextInt(2)];
    }

    private Stage stage(String name, boolean autoDeploy) {
        return new Stage(
                name,
                autoDeploy,
                autoDeploy ? Optional.empty() : Optional.of("d1"),
                values.text(),
                Map.of("v", values.text()),
                settings(),
                random.nextBoolean() ? Map.of() : Map.of("GET /", settings()),
                values.optional(new AccessLogSettings(values.text(), "$context.requestId")));
    }

    private RouteSettings settings() {
        return new RouteSettings(values.optional(values.throttle()), random.nextBoolean());
    }
}
