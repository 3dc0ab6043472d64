package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.storage.WorkspaceFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every row of the sample's README, from the files as they lie in the repository, over a socket. */
class GuardedApisSampleTest {
    private static final String ORDERS = "/_aws/execute-api/guard3dapi/prod/orders";
    private static final String SHOP = "/_aws/execute-api/shopapi001";
    private static final String ANN = "Authorization: Bearer ann\r\n";
    private static final String JSON = "Content-Type: application/json\r\nIdempotency-Key: 1\r\n";
    private static final long START = 1_795_000_000_000_000_000L;

    private final AtomicLong clock = new AtomicLong(START);
    private final LiveListener listener;
    private final WireClient client;

    GuardedApisSampleTest() throws IOException {
        var workspace =
                WorkspaceFolder.open(Path.of("../../sample-apis/guarded-apis")).workspace();
        var engine = Engine.open(workspace, Engine.Settings.startingAt(START, 7));
        listener = LiveListener.start(engine.gateway(), ListenerOptions.STANDARD.onPort(0), clock::get);
        client = new WireClient(listener.port());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        listener.close();
    }

    private WireClient.Answer call(String method, String target, String headers, String body) throws IOException {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return client.send(
                        method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + length + "\r\n" + body)
                .read();
    }

    @Test
    void onlyATokenOfTheRightShapeReachesTheAuthorizer() throws IOException {
        assertEquals(401, call("GET", ORDERS, "", "").status());
        assertEquals(401, call("GET", ORDERS, "Authorization: Basic x\r\n", "").status());
        WireClient.Answer answer = call("GET", ORDERS, ANN, "");
        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("\"caller\": \"ann\""), answer.body());
    }

    @Test
    void anAnswerIsKeptForAMinuteUnlessAFreshOneIsAskedFor() throws IOException {
        String first = call("GET", ORDERS + "?status=open", ANN, "").body();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertEquals(first, call("GET", ORDERS + "?status=open", ANN, "").body());
        assertNotEquals(first, call("GET", ORDERS + "?status=paid", ANN, "").body());
        String fresh = call("GET", ORDERS + "?status=open", ANN + "Cache-Control: max-age=0\r\n", "")
                .body();
        assertNotEquals(first, fresh);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertNotEquals(fresh, call("GET", ORDERS + "?status=open", ANN, "").body());
    }

    @Test
    void thePolicyThatTheAuthorizerReturnedDeniesDelete() throws IOException {
        WireClient.Answer answer = call("DELETE", ORDERS, ANN, "");
        assertEquals(403, answer.status());
        assertEquals(
                "{\"Message\":\"User is not authorized to access this resource with an explicit deny\"}",
                answer.body());
    }

    @Test
    void headersAndBodiesAreCheckedBeforeTheIntegration() throws IOException {
        WireClient.Answer missing = call("POST", ORDERS, ANN, "{}");
        assertEquals(400, missing.status());
        assertTrue(missing.body().contains("[Idempotency-Key]"), missing.body());
        WireClient.Answer tooMany = call("POST", ORDERS, ANN + JSON, "{\"item\":\"pen\",\"quantity\":200}");
        assertEquals(400, tooMany.status());
        assertTrue(tooMany.body().contains("maximum: 99"), tooMany.body());
        assertEquals(
                201,
                call("POST", ORDERS, ANN + JSON, "{\"item\":\"pen\",\"quantity\":2}")
                        .status());
    }

    @Test
    void theHttpApiInfersAnswersAndSpeaksCors() throws IOException {
        WireClient.Answer items = call("GET", SHOP + "/items", "", "");
        assertEquals(200, items.status());
        assertEquals("{\"items\": [\"pen\", \"ink\"]}", items.body());
        assertTrue(call("GET", SHOP + "/echo/a/b?x=1", "", "").body().contains("\"rawPath\":\"/echo/a/b\""));
        assertEquals(404, call("GET", SHOP + "/nothing", "", "").status());
        String asks = "Origin: https://shop.example\r\nAccess-Control-Request-Method: GET\r\n";
        assertEquals(204, call("OPTIONS", SHOP + "/items", asks, "").status());
    }
}
