package dev.sluice.engine.driver.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A tiny server: answers each request by its first line; an empty answer keeps the client waiting. */
final class AnsweringServer implements AutoCloseable {
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ServerSocket listening;
    private final Function<String, String> answers;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private final CountDownLatch asked;

    AnsweringServer(Function<String, String> answers) throws IOException {
        this(answers, 1);
    }

    /** @param expected requests until {@link #awaitAsked} returns */
    AnsweringServer(Function<String, String> answers, int expected) throws IOException {
        this.answers = answers;
        asked = new CountDownLatch(expected);
        listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    LoadTarget target() {
        return new LoadTarget("localhost", listening.getLocalPort(), "/prod");
    }

    void awaitAsked() throws InterruptedException {
        asked.await();
    }

    String nextHead() throws InterruptedException {
        return heads.take();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                head.append(line).append('\n');
                if (line.isEmpty()) {
                    answer(socket, head.toString());
                    head.setLength(0);
                }
            }
        } catch (IOException broken) {
            // the client has gone
        }
    }

    private void answer(Socket socket, String head) throws IOException {
        heads.add(head);
        asked.countDown();
        String answer = answers.apply(head.substring(0, head.indexOf('\n')));
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
