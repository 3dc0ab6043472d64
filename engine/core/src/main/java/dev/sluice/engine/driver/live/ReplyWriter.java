package dev.sluice.engine.driver.live;

import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;

/**
 * Puts a response on the wire exactly as it is, names, case and order. The one thing added is {@code Connection}, right
 * after {@code Content-Length}, where API Gateway has it (data-plane section 2).
 */
final class ReplyWriter {
    private ReplyWriter() {}

    /** @return done when the bytes have left, failed if the client has gone */
    static Future<Void> write(HttpResponse reply, HttpServerRequest request, boolean close) {
        HttpServerResponse response = request.response();
        response.setStatusCode(reply.status());
        Headers headers = reply.headers();
        putHeaders(headers, response.headers(), close);
        if (close || request.version() == HttpVersion.HTTP_1_0) {
            // Vert.x puts a "connection" of its own at the end just before it writes.
            response.headersEndHandler(
                    ignored -> putHeaders(headers, response.headers().clear(), close));
        }
        return response.end(
                BufferInternal.buffer(Unpooled.wrappedBuffer(reply.body().bytes())));
    }

    private static void putHeaders(Headers from, MultiMap to, boolean close) {
        boolean connection = false;
        int length = -1;
        int size = from.size();
        for (int i = 0; i < size; i++) {
            String name = from.name(i);
            if (name.length() == 10 && name.equalsIgnoreCase("Connection")) {
                connection = true;
            } else if (name.length() == 14 && name.equalsIgnoreCase("Content-Length")) {
                length = i;
            }
        }
        int place = connection ? -1 : length < 0 ? size - 1 : length;
        for (int i = 0; i < size; i++) {
            to.add(from.name(i), from.value(i));
            if (i == place) {
                to.add("Connection", close ? "close" : "keep-alive");
            }
        }
    }

    /** Whether the response itself says that the connection ends with it. */
    static boolean saysClose(HttpResponse reply) {
        Headers headers = reply.headers();
        for (int i = 0; i < headers.size(); i++) {
            if (headers.name(i).equalsIgnoreCase("Connection")
                    && headers.value(i).equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }
}
