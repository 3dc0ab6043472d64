package dev.sluice.engine.execution.compression;

import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.journal.Cause;
import java.util.Optional;

/**
 * A request body with {@code Content-Encoding: gzip} or {@code deflate} becomes the body it was before, whatever the
 * API sets (documented). The header goes with the coding, so that nobody behind takes the body for compressed; how AWS
 * hands the header on is not public. Another coding, or bytes that are not of it: 415 (documented). A body of over 10
 * MB once decompressed: 413, and no more of it is read.
 */
public final class DecompressRequest implements Stop {
    private static final String CONTENT_ENCODING = "Content-Encoding";

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        HttpRequest request = exchange.request();
        if (request.body().isEmpty()) {
            return Verdict.GO;
        }
        Optional<String> encoding = request.headers().last(CONTENT_ENCODING);
        if (encoding.isEmpty() || encoding.get().isBlank() || encoding.get().equalsIgnoreCase("identity")) {
            return Verdict.GO;
        }
        exchange.startExecution(); // what is refused here has the bytes of execution (captured for the 413)
        Optional<ContentCoding> coding = ContentCoding.named(encoding.get());
        return coding.isPresent() ? decompress(exchange, coding.get()) : unsupported(encoding.get());
    }

    private static Verdict decompress(Exchange exchange, ContentCoding coding) {
        return switch (coding.decompressed(exchange.request().body())) {
            case ContentCoding.Decompressed.Whole(Body body) -> {
                exchange.decompressed(plain(exchange.request(), body));
                yield Verdict.GO;
            }
            case ContentCoding.Decompressed.TooLarge() ->
                Verdict.refuse(
                        GatewayResponseType.REQUEST_TOO_LARGE,
                        "Request Too Long",
                        new Cause.DecodedBodyTooLarge(Body.LARGEST));
            case ContentCoding.Decompressed.Corrupt() -> unsupported(coding.wireName());
        };
    }

    private static HttpRequest plain(HttpRequest request, Body body) {
        var headers = request.headers().toBuilder().remove(CONTENT_ENCODING);
        if (headers.contains("Content-Length")) {
            headers.set("Content-Length", Integer.toString(body.length()));
        }
        return new HttpRequest(request.method(), request.target(), headers.build(), body, request.sourceIp());
    }

    private static Verdict unsupported(String encoding) {
        return Verdict.refuse(
                GatewayResponseType.UNSUPPORTED_MEDIA_TYPE,
                "Unsupported Media Type",
                new Cause.UndecodableBody(encoding));
    }
}
