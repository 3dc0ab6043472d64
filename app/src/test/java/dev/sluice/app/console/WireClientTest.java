package dev.sluice.app.console;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WireClientTest {
    private static final String RAW = "GET / HTTP/1.1\r\nconnection: close\r\n\r\n";

    @Test
    void closingEndsARequestThatWaitsForItsAnswer() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new WireClient(server.getLocalPort())) {
            var sending = CompletableFuture.supplyAsync(() -> sent(client));
            try (Socket connection = server.accept()) {
                assertTrue(connection.getInputStream().read() >= 0);
                client.close();
                var failure = assertThrows(ExecutionException.class, () -> sending.get(20, TimeUnit.SECONDS));
                assertTrue(failure.getCause() instanceof IllegalStateException, () -> String.valueOf(failure));
            }
        }
    }

    @Test
    void aClosedClientSendsNothing() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var client = new WireClient(server.getLocalPort());
            client.close();
            assertThrows(IOException.class, () -> client.send(RAW));
        }
    }

    private static WireClient.Answer sent(WireClient client) {
        try {
            return client.send(RAW);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
