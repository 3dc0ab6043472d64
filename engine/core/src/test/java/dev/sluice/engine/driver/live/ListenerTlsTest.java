package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls over TLS to a server whose certificate for {@code localhost} no authority has signed. */
class ListenerTlsTest {
    private static final long NOW = 1_000_000_000_000L;
    private static final long LATE = NOW + TimeUnit.SECONDS.toNanos(20);
    private static final String FILES = "dev/sluice/engine/driver/live/self-signed-";

    private static final Vertx VERTX = Vertx.vertx();
    private static int port;

    @BeforeAll
    static void serve() throws Exception {
        var certificate =
                new PemKeyCertOptions().setCertPath(FILES + "certificate.pem").setKeyPath(FILES + "key.pem");
        HttpServer server = VERTX.createHttpServer(
                        new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate))
                .requestHandler(request -> request.response().end("secret"));
        port = server.listen(0, "127.0.0.1").await(20, TimeUnit.SECONDS).actualPort();
    }

    @AfterAll
    static void stop() throws Exception {
        VERTX.close().await(20, TimeUnit.SECONDS);
    }

    private static Outcome outcome(String host, boolean insecureSkipVerification) throws Exception {
        var call = new Call.ToNetwork(
                true, host, port, "GET", "/", Headers.of("Host", host), Body.EMPTY, insecureSkipVerification);
        var gateway = ScriptedGateway.calling(call, LATE);
        try (var listener = LiveListener.start(gateway, ListenerOptions.STANDARD, () -> NOW);
                var client = new WireClient(listener.port())) {
            client.head("GET / HTTP/1.1", "Host: h").read();
            return gateway.nextResumed().outcome();
        }
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() throws Exception {
        assertInstanceOf(Outcome.Unreachable.class, outcome("localhost", false));
    }

    @Test
    void insecureSkipVerificationTakesIt() throws Exception {
        var answered = assertInstanceOf(Outcome.Answered.class, outcome("localhost", true));
        assertEquals("secret", answered.response().body().utf8());
    }

    @Test
    void insecureSkipVerificationStillChecksTheName() throws Exception {
        assertInstanceOf(Outcome.Unreachable.class, outcome("127.0.0.1", true));
    }
}
