package dev.sluice.engine.driver.process;

import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.http.Body;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/**
 * Lambda's Runtime API for one environment, on a port of its own: that is how a runtime says who it is. A browser
 * cannot use it, whatever page it shows: requests must name the port as host and come from no web page.
 */
final class RuntimeApi {
    private static final String BASE = "/2018-06-01/runtime/";

    /** Runtimes put whole stack traces into headers. */
    private static final int MOST_HEADER_BYTES = 1 << 20;

    private final HttpServer server;
    private final ProcessEnvironment environment;

    private RuntimeApi(HttpServer server, ProcessEnvironment environment) {
        this.server = server;
        this.environment = environment;
        server.requestHandler(this::serve);
    }

    /** Listens on any free port of 127.0.0.1. */
    static Future<RuntimeApi> listen(Vertx vertx, ProcessEnvironment environment) {
        HttpServer server = vertx.createHttpServer(
                new HttpServerOptions().setMaxHeaderSize(MOST_HEADER_BYTES).setHttp2ClearTextEnabled(false));
        var api = new RuntimeApi(server, environment);
        return server.listen(0, "127.0.0.1").map(listening -> api);
    }

    /** Host and port, as runtimes are told it. */
    String address() {
        return "127.0.0.1:" + server.actualPort();
    }

    void close() {
        server.close();
    }

    private void serve(HttpServerRequest request) {
        boolean fromHere = address().equals(request.getHeader("Host")) && request.getHeader("Origin") == null;
        String path = request.path();
        if (!fromHere || path == null || !path.startsWith(BASE)) {
            answer(request.response(), 404, "NotFound", "No such path in the Runtime API");
            return;
        }
        String[] operation = path.substring(BASE.length()).split("/", -1);
        if (is(operation, "invocation", "next") && request.method().equals(HttpMethod.GET)) {
            environment.next(request.response());
        } else if (is(operation, "init", "error") && request.method().equals(HttpMethod.POST)) {
            collect(request, error -> environment.initFailed(error, request.response()));
        } else if (operation.length == 3
                && operation[0].equals("invocation")
                && request.method().equals(HttpMethod.POST)) {
            end(request, operation[1], operation[2]);
        } else {
            answer(request.response(), 404, "NotFound", "No such path in the Runtime API");
        }
    }

    private static boolean is(String[] operation, String first, String second) {
        return operation.length == 2 && operation[0].equals(first) && operation[1].equals(second);
    }

    private void end(HttpServerRequest request, String id, String what) {
        switch (what) {
            case "response" -> collect(request, payload -> environment.responded(id, payload, request.response()));
            case "error" -> collect(request, error -> environment.failed(id, error, request.response()));
            default -> answer(request.response(), 404, "NotFound", "No such path in the Runtime API");
        }
    }

    /** The body, whole but never much larger than Lambda takes: what is beyond is read and forgotten. */
    private static void collect(HttpServerRequest request, Consumer<Body> whole) {
        Buffer collected = Buffer.buffer();
        request.handler(part -> {
            int room = InvokeAnswer.LARGEST_PAYLOAD + 1 - collected.length();
            collected.appendBuffer(part, 0, Math.min(room, part.length()));
        });
        request.endHandler(ignored -> whole.accept(Body.of(collected.getBytes())));
    }

    /** Taken. */
    static void accept(HttpServerResponse response) {
        send(response, 202, "{\"status\":\"OK\"}");
    }

    /** Refused, in the words of Lambda's own emulator. */
    static void answer(HttpServerResponse response, int status, String type, String message) {
        send(response, status, InvokeAnswer.error(message, type).utf8());
    }

    private static void send(HttpServerResponse response, int status, String json) {
        if (!response.closed()) {
            response.setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(json);
        }
    }
}
