package dev.sluice.app.console;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends requests to this machine, each over its own connection, and reads the answers as they stand on the wire: the
 * JDK's client would lose the order and the case of the headers. Blocks; call it on a virtual thread.
 */
final class WireClient implements AutoCloseable {
    /** A little more than the longest integration, milliseconds. */
    private static final int TIMEOUT_MILLIS = 40_000;

    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    WireClient(int port) {
        this.port = port;
    }

    /** @param raw the whole request as bytes would show it, with {@code Connection: close} */
    Answer send(String raw) throws IOException {
        long start = System.nanoTime();
        try (var socket = new Socket()) {
            open.add(socket);
            if (closed) {
                throw new IOException("the client is closed");
            }
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            var in = new BufferedInputStream(socket.getInputStream());
            return new AnswerReader(in, raw.startsWith("HEAD ")).read(start);
        } finally {
            // A socket stays in the set until it is closed, so that close() finds every one that is under way.
            open.removeIf(Socket::isClosed);
        }
    }

    /** Closes every connection under way: whoever waits for an answer gets an {@link IOException} at once. */
    @Override
    public void close() {
        closed = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way, and nobody waits for it any more.
                open.remove(socket);
            }
        }
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
            return AnswerReader.header(headers, name);
        }
    }
}
