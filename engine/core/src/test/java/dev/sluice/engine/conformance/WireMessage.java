package dev.sluice.engine.conformance;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One HTTP/1.1 message read byte for byte, so that nothing is tidied up on the way.
 *
 * @param startLine request line or status line
 */
record WireMessage(String startLine, Headers headers, Body body) {

    /** Reads a request; empty if the connection ended instead. */
    static Optional<WireMessage> request(InputStream in) throws IOException {
        return read(in, false, false);
    }

    /**
     * Reads a response.
     *
     * @param toHead whether it answers a HEAD request and has no body whatever its headers say
     */
    static WireMessage response(InputStream in, boolean toHead) throws IOException {
        while (true) {
            WireMessage response =
                    read(in, true, toHead).orElseThrow(() -> new IOException("the connection ended without an answer"));
            if (response.status() != 100) {
                return response;
            }
        }
    }

    /** Status of a response. */
    int status() {
        return Integer.parseInt(startLine.split(" ", 3)[1]);
    }

    private static Optional<WireMessage> read(InputStream in, boolean isResponse, boolean toHead) throws IOException {
        Optional<String> startLine = line(in);
        if (startLine.isEmpty()) {
            return Optional.empty();
        }
        Headers headers = headers(in);
        int status = isResponse ? Integer.parseInt(startLine.get().split(" ", 3)[1]) : 200;
        boolean hasBody = !toHead && status != 204 && status != 304 && status >= 200;
        return Optional.of(new WireMessage(
                startLine.get(), headers, hasBody ? Body.of(body(in, headers, isResponse)) : Body.EMPTY));
    }

    private static Headers headers(InputStream in) throws IOException {
        var headers = Headers.builder();
        for (String line = rest(in); !line.isEmpty(); line = rest(in)) {
            int colon = line.indexOf(':');
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers.build();
    }

    private static byte[] body(InputStream in, Headers headers, boolean isResponse) throws IOException {
        if (headers.first("Transfer-Encoding")
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return chunks(in);
        }
        Optional<String> length = headers.first("Content-Length");
        if (length.isPresent()) {
            return in.readNBytes(Integer.parseInt(length.get()));
        }
        return isResponse ? in.readAllBytes() : new byte[0];
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            bytes.writeBytes(in.readNBytes(size));
            rest(in);
        }
        while (!rest(in).isEmpty()) {
            // trailers
        }
        return bytes.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(rest(in).split(";", 2)[0].strip(), 16);
    }

    private static String rest(InputStream in) throws IOException {
        return line(in).orElseThrow(() -> new IOException("the connection ended inside a message"));
    }

    /** A line without its end; empty if there is none. */
    private static Optional<String> line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return Optional.empty();
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
    }
}
