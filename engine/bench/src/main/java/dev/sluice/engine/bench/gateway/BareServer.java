package dev.sluice.engine.bench.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/**
 * Vert.x alone on one event loop, answering what {@link SluiceServer} answers with every byte made beforehand. Prints
 * its port; stops when its standard input ends.
 */
public final class BareServer {
    private static final CharSequence[] HEADERS = {
        HttpHeaders.createOptimized("Date"), HttpHeaders.createOptimized("Tue, 24 Nov 2026 12:00:00 GMT"),
        HttpHeaders.createOptimized("Content-Type"), HttpHeaders.createOptimized("application/json"),
        HttpHeaders.createOptimized("Content-Length"), HttpHeaders.createOptimized("30"),
        HttpHeaders.createOptimized("Connection"), HttpHeaders.createOptimized("keep-alive"),
        HttpHeaders.createOptimized("x-amzn-RequestId"),
                HttpHeaders.createOptimized("01234567-89ab-4def-8123-456789abcdef"),
        HttpHeaders.createOptimized("x-amz-apigw-id"), HttpHeaders.createOptimized("QmVuY2htYXJrSWQ=")
    };
    private static final Buffer ANSWER = Buffer.buffer(MeasuredApi.ANSWER);

    private BareServer() {}

    public static void main(String[] args) throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(BareServer::answer)
                .listen(0, "127.0.0.1")
                .await();
        System.out.println(server.actualPort());
        System.in.transferTo(System.out);
        vertx.close().await();
    }

    private static void answer(HttpServerRequest request) {
        var response = request.response();
        var headers = response.headers();
        for (int i = 0; i < HEADERS.length; i += 2) {
            headers.add(HEADERS[i], HEADERS[i + 1]);
        }
        var ignored = response.end(ANSWER);
    }
}
