package dev.sluice.engine.backend;

import dev.sluice.engine.definition.Backend.HttpAnswer;
import dev.sluice.engine.definition.Backend.HttpEndpoint;
import dev.sluice.engine.definition.Backend.Route;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.util.Optional;

/**
 * One request to a modelled HTTP server.
 *
 * @param randomBits 64 random bits for the latency
 */
public record ModelledHttpCall(HttpAnswer answer, long randomBits) implements Call.ToModel {
    private static final HttpAnswer NOT_FOUND = new HttpAnswer(
            404,
            java.util.Map.of("Content-Type", "application/json"),
            "{\"message\":\"no route of the modelled endpoint matches\"}",
            dev.sluice.engine.definition.Backend.Latency.NONE);

    /**
     * The call to a modelled endpoint.
     *
     * @param target path and query
     */
    public static ModelledHttpCall to(HttpEndpoint endpoint, String method, String target, long randomBits) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return new ModelledHttpCall(
                route(endpoint, method, path).map(Route::answer).orElse(NOT_FOUND), randomBits);
    }

    @Override
    public Call.Timed perform(long nowNanos) {
        var headers = Headers.builder();
        answer.headers().forEach(headers::add);
        Body body = Body.utf8(answer.body());
        headers.set("Content-Length", Integer.toString(body.length()));
        return new Call.Timed(
                new Outcome.Answered(new HttpResponse(answer.status(), headers.build(), body)),
                LatencyModel.sampleNanos(answer.latency(), randomBits));
    }

    private static Optional<Route> route(HttpEndpoint endpoint, String method, String path) {
        return endpoint.routes().stream()
                .filter(route -> route.method().equals("ANY") || route.method().equals(method))
                .filter(route -> PathTemplate.matches(route.path(), path))
                .findFirst();
    }
}
