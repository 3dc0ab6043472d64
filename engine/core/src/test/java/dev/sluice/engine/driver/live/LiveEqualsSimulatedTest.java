package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.control.openapi.ImportSettings;
import dev.sluice.engine.control.openapi.OpenApiReader;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.BehaviourProfile;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.UsagePlan;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.driver.simulation.Arrival;
import dev.sluice.engine.driver.simulation.Simulation;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.traffic.ArrivalPattern;
import dev.sluice.engine.traffic.ArrivalSchedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * The same 10,000 requests through sockets, with a clock that the test sets, and in virtual time: every answer is the
 * same to the byte, request ids included. Limits, quota, keys, templates, a function and unknown paths all take part.
 */
class LiveEqualsSimulatedTest {
    private static final long START = 1_795_000_000_000_000_000L;
    private static final int REQUESTS = 10_000;
    private static final String HOST = "a1b2c3d4e5.execute-api.localhost";

    private static final String API = """
            {"openapi": "3.0.1", "info": {"title": "both", "version": "1"},
             "components": {"securitySchemes": {"api_key": {"type": "apiKey", "name": "x-api-key", "in": "header"}}},
             "paths": {
              "/users/{id}": {"get": {"security": [{"api_key": []}], "responses": {"200": {"description": "ok"}},
               "x-amazon-apigateway-integration": {"type": "mock",
                "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
                "responses": {"default": {"statusCode": "200", "responseTemplates": {"application/json":
                 "{\\"id\\": \\"$input.params('id')\\", \\"request\\": \\"$context.requestId\\", \\"at\\": $context.requestTimeEpoch}"}}}}}},
              "/orders": {"post": {"security": [{"api_key": []}], "responses": {},
               "x-amazon-apigateway-integration": {"type": "aws_proxy", "httpMethod": "POST",
                "uri": "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:orders/invocations"}}},
              "/open": {"get": {"responses": {"200": {"description": "ok"}},
               "x-amazon-apigateway-integration": {"type": "mock",
                "requestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
                "responses": {"default": {"statusCode": "200"}}}}}}}
            """;

    private record Sent(String method, String path, String key, String body) {
        HttpRequest request() {
            var headers = Headers.builder().add("Host", HOST);
            if (!key.isEmpty()) {
                headers.add("x-api-key", key);
            }
            if (!body.isEmpty()) {
                headers.add("Content-Length", Integer.toString(body.length()));
            }
            return new HttpRequest(method, path, headers.build(), Body.utf8(body), "127.0.0.1");
        }

        String text() {
            var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            request().headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
            return text + "\r\n" + body;
        }
    }

    @Test
    void everyAnswerOfTenThousandIsTheSameLiveAndSimulated() throws Exception {
        List<Arrival<Sent>> arrivals = arrivals();
        List<String> simulated = simulated(arrivals);
        List<String> live = live(arrivals);
        assertEquals(REQUESTS, simulated.size());
        for (int i = 0; i < REQUESTS; i++) {
            assertEquals(
                    simulated.get(i),
                    live.get(i),
                    "request " + i + ": " + arrivals.get(i).tag());
        }
        var statuses = new TreeMap<String, Integer>();
        simulated.forEach(answer -> statuses.merge(answer.substring(0, 3), 1, Integer::sum));
        assertEquals("[200, 403, 429]", statuses.keySet().toString(), statuses.toString());
        assertTrue(statuses.values().stream().allMatch(count -> count > 500), statuses.toString());
    }

    private static List<Arrival<Sent>> arrivals() {
        var random = new SplittableRandom(11);
        ArrivalSchedule schedule = new ArrivalPattern.Poisson(200).schedule(11);
        var arrivals = new ArrayList<Arrival<Sent>>();
        for (int i = 0; i < REQUESTS; i++) {
            Sent sent = sent(random, i);
            arrivals.add(new Arrival<>(START + schedule.nextNanos(), sent.request(), sent));
        }
        return arrivals;
    }

    private static Sent sent(SplittableRandom random, int number) {
        String[] keys = {"gold-key-0000000000000001", "free-key-0000000000000001", "nobody-0000000000000001", ""};
        String key = keys[random.nextInt(10) < 8 ? random.nextInt(2) : 2 + random.nextInt(2)];
        return switch (random.nextInt(8)) {
            case 0 -> new Sent("GET", "/prod/open?n=" + number, "", "");
            case 1 -> new Sent("GET", "/prod/nowhere/" + number, key, "");
            case 2, 3 -> new Sent("POST", "/prod/orders?n=" + number, key, "{\"n\": " + number + "}");
            default -> new Sent("GET", "/prod/users/" + number, key, "");
        };
    }

    private static List<String> simulated(List<Arrival<Sent>> arrivals) {
        var answers = new ArrayList<String>();
        new Simulation<>(engine().gateway(), arrivals.iterator(), answer -> answers.add(text(answer.response()))).run();
        return answers;
    }

    private static List<String> live(List<Arrival<Sent>> arrivals) throws IOException, ListenException {
        var clock = new AtomicLong(START);
        var answers = new ArrayList<String>();
        try (var listener = LiveListener.start(engine().gateway(), ListenerOptions.STANDARD, clock::get);
                var client = new WireClient(listener.port())) {
            for (Arrival<Sent> arrival : arrivals) {
                clock.set(arrival.nanos());
                client.send(arrival.tag().text());
                WireClient.Answer answer = client.read();
                answers.add(answer.status() + "\n"
                        + String.join("\n", answer.headerLines()).replace("Connection: keep-alive\n", "") + "\n\n"
                        + answer.body());
            }
        }
        return answers;
    }

    private static String text(HttpResponse response) {
        return response.status() + "\n" + response.headers() + "\n"
                + response.body().utf8();
    }

    private static Engine engine() {
        return Engine.open(workspace(), Engine.Settings.startingAt(START, 42));
    }

    private static Workspace workspace() {
        ApiDefinition definition = OpenApiReader.read(
                        "both.json",
                        API.getBytes(StandardCharsets.UTF_8),
                        new ImportSettings("a1b2c3d4e5", Account.DEFAULT, BehaviourProfile.AWS.timeoutCeiling()))
                .definition()
                .orElseThrow();
        var settings = Map.of(
                Stage.ALL_METHODS,
                new MethodSetting(Optional.of(new ThrottleSettings("90", 60)), LoggingLevel.INFO, true, false));
        var stage = new Stage("prod", "d1", "", settings, Map.of(), Optional.empty(), false);
        var api =
                new RestApi("a1b2c3d4e5", definition, List.of(new Deployment("d1", "", 0, definition)), List.of(stage));
        return new Workspace(
                "both",
                BehaviourProfile.AWS,
                Account.DEFAULT,
                List.of(api),
                List.of(
                        plan("gold", "60.5", 40, Optional.empty()),
                        plan("free", "20", 5, Optional.of(new QuotaSettings(700, 0, QuotaSettings.Period.DAY)))),
                List.of(
                        new ApiKey("kgold", "gold", "gold-key-0000000000000001", true),
                        new ApiKey("kfree", "free", "free-key-0000000000000001", true)),
                List.of(),
                List.of(),
                List.of(new Backend.ModelledFunction(
                        "orders", new Backend.FunctionAnswer.EchoEvent(), Backend.Latency.NONE)));
    }

    private static UsagePlan plan(String name, String rate, int burst, Optional<QuotaSettings> quota) {
        var stage = new UsagePlan.ApiStage("a1b2c3d4e5", "prod", Map.of("/orders/POST", new ThrottleSettings("7", 3)));
        return new UsagePlan(
                name,
                name,
                "",
                List.of(stage),
                Optional.of(new ThrottleSettings(rate, burst)),
                quota,
                List.of("k" + name));
    }
}
