package dev.sluice.engine.backend.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A region with a clock that stands still unless it is moved, and its services at the end of a wire. */
final class WiredRegion {
    static final long SECOND = 1_000_000_000L;

    final Region region = new Region();
    private final List<Backend> backends = new ArrayList<>();
    private long nowNanos = 1_795_000_000L * SECOND;
    private long bits = 1;
    long lastLatencyNanos;

    WiredRegion(Backend... backends) {
        this.backends.addAll(List.of(backends));
        configure();
    }

    void configure(Backend... changed) {
        for (Backend backend : changed) {
            backends.removeIf(old -> old.name().equals(backend.name()));
            backends.add(backend);
        }
        Workspace workspace = Workspace.empty("test");
        for (Backend backend : backends) {
            workspace = workspace.withBackend(backend);
        }
        region.configure(workspace);
    }

    static Backend function(String name, String payload, double millis) {
        return new Backend.ModelledFunction(
                name, new Backend.FunctionAnswer.Payload(payload), Backend.Latency.ofMillis(millis));
    }

    static Backend failing(String name, String errorType) {
        return new Backend.ModelledFunction(
                name, new Backend.FunctionAnswer.Fails("no", errorType), Backend.Latency.NONE);
    }

    long now() {
        return nowNanos;
    }

    WiredRegion passSeconds(double seconds) {
        nowNanos += Math.round(seconds * SECOND);
        return this;
    }

    HttpResponse request(ServiceRequest request) {
        Call.Timed timed = region.find(request.service()).orElseThrow().answer(request, nowNanos, bits++);
        lastLatencyNanos = timed.latencyNanos();
        return ((Outcome.Answered) timed.outcome()).response();
    }

    private HttpResponse json(String service, String operation, String body) {
        Headers headers = Headers.of(
                "X-Amz-Target",
                Map.of("sqs", "AmazonSQS.").getOrDefault(service, "Prefix_1.") + operation,
                "Content-Type",
                "application/x-amz-json-1.0");
        return request(new ServiceRequest(service, "POST", "/", "", "", headers, Body.utf8(body)));
    }

    /** The answer of an operation that succeeds. Single quotes stand for double ones. */
    JsonNode ask(String service, String operation, String body) {
        HttpResponse answer = json(service, operation, body.replace('\'', '"'));
        assertEquals(200, answer.status(), () -> answer.body().utf8());
        return Json.read(answer.body().utf8()).orElseThrow();
    }

    /** The error of an operation that is refused, with its status in front. */
    String refusal(String service, String operation, String body) {
        HttpResponse answer = json(service, operation, body.replace('\'', '"'));
        return answer.status() + " " + Json.text(Json.read(answer.body().utf8()).orElseThrow(), "__type");
    }

    /** A form to SQS as API Gateway sends it. */
    HttpResponse form(String path, String accept, String form) {
        Headers headers = Headers.of("Content-Type", "application/x-www-form-urlencoded", "Accept", accept);
        return request(new ServiceRequest("sqs", "POST", path, "", "", headers, Body.utf8(form)));
    }

    RegionReading read() {
        return region.read(nowNanos);
    }
}
