package dev.sluice.engine.driver.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A backend that does exactly what it is told: each of its connections follows the script, and every request head it
 * saw can be looked at.
 */
final class WireServer implements AutoCloseable {
    private final ServerSocket listening;
    private final BlockingQueue<List<String>> heads = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final Script script;

    /** What one connection does. */
    interface Script {
        void play(Connection connection, int number) throws IOException;
    }

    WireServer(Script script) throws IOException {
        this.script = script;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    List<String> nextHead() throws InterruptedException {
        List<String> head = heads.poll(20, TimeUnit.SECONDS);
        if (head == null) {
            throw new AssertionError("no request came");
        }
        return head;
    }

    boolean hasAnotherHead() {
        return !heads.isEmpty();
    }

    /** Waits until a connection has ended at the other side. */
    void awaitEnd() throws InterruptedException {
        if (ends.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("no connection ended");
        }
    }

    private void accept() {
        try {
            for (int number = 0; ; number++) {
                Socket socket = listening.accept();
                int served = number;
                Thread.ofVirtual().start(() -> serve(socket, served));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            script.play(new Connection(socket), number);
        } catch (IOException broken) {
            ends.add("broken");
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** The server's end of one connection. */
    final class Connection {
        private final Socket socket;
        private final BufferedReader in;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        /** Reads one request; false if the connection ended instead. */
        boolean readRequest() throws IOException {
            var head = new ArrayList<String>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.add(line);
            }
            if (head.isEmpty()) {
                ends.add("ended");
                return false;
            }
            int length = head.stream()
                    .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
                    .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
                    .findFirst()
                    .orElse(0);
            var body = new char[length];
            for (int read = 0; read < length; ) {
                read += in.read(body, read, length - read);
            }
            if (length > 0) {
                head.add(new String(body));
            }
            heads.add(head);
            return true;
        }

        void send(String text) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
