package dev.sluice.engine.driver.load;

import dev.sluice.engine.http.Headers;
import dev.sluice.engine.traffic.RequestTemplate;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** A request as the bytes of HTTP/1.1: written once, sent many times. */
final class WireRequest {
    private static final Set<String> USUALLY_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private WireRequest() {}

    static ByteBuf encode(RequestTemplate request, LoadTarget target) {
        Headers given = request.headers();
        var head = new StringBuilder(256)
                .append(request.method())
                .append(' ')
                .append(target.basePath())
                .append(request.target())
                .append(" HTTP/1.1\r\n");
        if (!given.contains("Host")) {
            line(head, "Host", target.authority());
        }
        given.forEach((name, value) -> line(head, name, value));
        boolean wantsLength = !request.body().isEmpty() || USUALLY_WITH_BODY.contains(request.method());
        if (wantsLength && !given.contains("Content-Length") && !given.contains("Transfer-Encoding")) {
            line(head, "Content-Length", Integer.toString(request.body().length()));
        }
        byte[] bytes = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        ByteBuf wire = Unpooled.directBuffer(bytes.length + request.body().length())
                .writeBytes(bytes)
                .writeBytes(request.body().bytes());
        return Unpooled.unreleasableBuffer(wire.asReadOnly());
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
