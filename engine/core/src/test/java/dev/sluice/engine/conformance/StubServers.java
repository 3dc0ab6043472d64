package dev.sluice.engine.conformance;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP stubs of a case as real servers on 127.0.0.1, one port each. One that refuses has a port that was free a
 * moment ago and where nobody listens.
 */
final class StubServers implements AutoCloseable {
    private final Stubs stubs;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final List<ServerSocket> listening = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    StubServers(Stubs stubs) throws IOException {
        this.stubs = stubs;
        for (String name : stubs.httpNames()) {
            var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            ports.put(name, server.getLocalPort());
            if (stubs.refuses(name)) {
                server.close();
            } else {
                listening.add(server);
                Thread.ofVirtual().start(() -> accept(name, server));
            }
        }
    }

    Map<String, Integer> ports() {
        return ports;
    }

    private void accept(String name, ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(name, socket));
            }
        } catch (IOException over) {
            // the case is over
        }
    }

    private void serve(String name, Socket socket) {
        try (socket;
                var in = new BufferedInputStream(socket.getInputStream())) {
            while (answerNext(name, in, socket)) {
                // one request after the other, as long as the gateway keeps the connection
            }
        } catch (IOException gone) {
            // the gateway gave the connection up
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answerNext(String name, InputStream in, Socket socket) throws IOException, InterruptedException {
        Optional<WireMessage> message = WireMessage.request(in);
        if (message.isEmpty()) {
            return false;
        }
        String[] line = message.get().startLine().split(" ", 3);
        var request = new HttpRequest(
                line[0], line[1], message.get().headers(), message.get().body(), "127.0.0.1");
        Call.Timed answer = stubs.http(name, request);
        if (closed.await(answer.latencyNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        socket.getOutputStream().write(bytes(((Outcome.Answered) answer.outcome()).response(), request.method()));
        socket.getOutputStream().flush();
        return true;
    }

    private static byte[] bytes(HttpResponse response, String method) {
        var text = new StringBuilder("HTTP/1.1 " + response.status() + " Stub\r\n");
        response.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        boolean hasLength = response.headers().contains("Content-Length")
                || response.headers().contains("Transfer-Encoding")
                || response.status() == 204
                || response.status() == 304;
        if (!hasLength) {
            text.append("Content-Length: ").append(response.body().length()).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
        if (!method.equals("HEAD") && response.status() != 204 && response.status() != 304) {
            bytes.writeBytes(response.body().bytes());
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        for (ServerSocket server : listening) {
            server.close();
        }
    }
}
