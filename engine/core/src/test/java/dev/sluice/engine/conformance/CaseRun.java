package dev.sluice.engine.conformance;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Sends a case's requests to an engine in this process, in virtual time, and collects what differs. */
final class CaseRun {
    private static final long START_NANOS = 1_800_000_000_000_000_000L;
    private static final long BETWEEN_REQUESTS_NANOS = 50_000_000L;

    private final ConformanceCase testCase;
    private final Engine engine;
    private final Stubs stubs;
    private final boolean frozen;
    private final List<String> differences = new ArrayList<>();
    private long nowNanos = START_NANOS;

    CaseRun(ConformanceCase testCase, Workspace workspace, boolean frozen) {
        this.testCase = testCase;
        this.frozen = frozen;
        engine = Engine.open(workspace, Engine.Settings.startingAt(START_NANOS, 1));
        stubs = new Stubs(testCase.backends());
    }

    List<String> run() {
        int number = 1;
        for (JsonNode step : testCase.steps()) {
            nowNanos += step.path("advanceClockMs").asLong(0) * 1_000_000L;
            for (int i = 0; i < step.path("repeat").asInt(1); i++) {
                HttpResponse response = send(request(step.path("request")));
                ExchangeRecord record = engine.journal().newest(1).getFirst();
                for (String difference : Expectations.check(step, response, record, stubs)) {
                    differences.add("step " + number + ": " + difference);
                }
                if (!frozen) {
                    nowNanos += BETWEEN_REQUESTS_NANOS;
                }
            }
            number++;
        }
        return differences;
    }

    private HttpResponse send(HttpRequest request) {
        Exchange exchange = engine.gateway().open(request);
        Step step = exchange.begin(nowNanos);
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            Call.Timed timed = stubs.perform(call);
            boolean late = nowNanos + timed.latencyNanos() > deadlineNanos;
            nowNanos = late ? deadlineNanos : nowNanos + timed.latencyNanos();
            step = exchange.resume(late ? new Outcome.TimedOut() : timed.outcome(), nowNanos);
        }
        return ((Step.Reply) step).response();
    }

    private HttpRequest request(JsonNode request) {
        String stage = request.path("stageOverride").asString(testCase.stageName());
        String query = request.has("query") && !request.path("query").asString().isEmpty()
                ? "?" + request.path("query").asString()
                : "";
        String target = request.has("rawTarget")
                ? request.path("rawTarget").asString().replace("{stage}", stage)
                : request.has("host")
                        ? request.path("path").asString() + query
                        : "/" + stage + request.path("path").asString() + query;
        var headers = Headers.builder()
                .add(
                        "Host",
                        request.path("host").asString(ConformanceCase.API_ID + ".execute-api.us-east-1.amazonaws.com"));
        request.path("headers").properties().forEach(header -> {
            if (header.getValue().isArray()) {
                header.getValue().forEach(value -> headers.add(header.getKey(), value.asString()));
            } else if (header.getValue().isString()) {
                headers.add(header.getKey(), header.getValue().asString());
            }
        });
        Body body = body(request.path("body"));
        if (!body.isEmpty()) {
            headers.add("Content-Length", Integer.toString(body.length()));
        }
        return new HttpRequest(request.path("method").asString(), target, headers.build(), body, "127.0.0.1");
    }

    private static Body body(JsonNode body) {
        if (body.has("text")) {
            return Body.utf8(body.path("text").asString());
        }
        if (body.has("base64")) {
            return Body.of(Base64.getDecoder().decode(body.path("base64").asString()));
        }
        if (body.has("generate")) {
            byte[] bytes = new byte[body.path("generate").path("length").asInt()];
            JsonNode fill = body.path("generate").path("byte");
            Arrays.fill(bytes, Byte.parseByte(fill.asString(), 16));
            return Body.of(bytes);
        }
        return Body.EMPTY;
    }
}
