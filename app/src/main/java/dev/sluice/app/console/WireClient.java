package dev.sluice.app.console;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sends one request over one connection to this machine and reads the answer as it stands on the wire: the JDK's client
 * would lose the order and the case of the headers. Blocks; call it on a virtual thread.
 */
final class WireClient {
    /** A little more than the longest integration, milliseconds. */
    private static final int TIMEOUT_MILLIS = 40_000;

    private static final int MOST_LINES = 500;

    private final int port;

    WireClient(int port) {
        this.port = port;
    }

    /** @param raw the whole request as bytes would show it, with {@code Connection: close} */
    Answer send(String raw) throws IOException {
        long start = System.nanoTime();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return read(new BufferedInputStream(socket.getInputStream()), start);
        }
    }

    private static Answer read(InputStream in, long start) throws IOException {
        String statusLine = line(in);
        String[] parts = statusLine.split(" ", 3);
        if (parts.length < 2) {
            throw new IOException("no HTTP status line: " + statusLine);
        }
        var headers = new ArrayList<String>();
        long length = -1;
        for (String header = line(in); !header.isEmpty() && headers.size() < MOST_LINES; header = line(in)) {
            headers.add(header);
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        byte[] body = length >= 0 ? in.readNBytes(Math.toIntExact(length)) : in.readAllBytes();
        return new Answer(
                Integer.parseInt(parts[1]),
                statusLine,
                List.copyOf(headers),
                new String(body, StandardCharsets.UTF_8),
                body.length,
                System.nanoTime() - start);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection closed before the answer was whole");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /**
     * What came back.
     *
     * @param headers lines in wire order
     * @param bytes length of the body
     * @param nanos from connecting to the last byte
     */
    record Answer(int status, String statusLine, List<String> headers, String body, int bytes, long nanos) {
        /** First value of the header, empty if it is absent. */
        String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }
}
