package dev.sluice.engine.driver.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.Engine;
import dev.sluice.engine.driver.simulation.Arrival;
import dev.sluice.engine.driver.simulation.Simulation;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Made-up APIs under made-up traffic, through sockets and in virtual time: the same bytes both ways, whatever of keys,
 * authorizers, validators, caches, compression, limits and integrations takes part. One seed is one API.
 */
class RandomJourneysTest {
    private static final long START = 1_795_000_000_000_000_000L;
    private static final int APIS = 12;
    private static final int REQUESTS = 250;
    private static final String[] METHODS = {"GET", "GET", "GET", "POST", "PUT", "DELETE", "OPTIONS"};
    private static final String[] BODIES = {
        "", "{\"id\": 1}", "{\"id\": \"x\"}", "{}", "[", "{\"a\": {\"b\": {\"c\": 7}}}"
    };

    @Test
    void everyMadeUpApiAnswersTheSameLiveAndSimulated() throws Exception {
        var statuses = new TreeMap<Integer, Integer>();
        for (long seed = 1; seed <= APIS; seed++) {
            List<Arrival<Integer>> arrivals = arrivals(new SplittableRandom(seed));
            List<String> simulated = simulated(seed, arrivals, statuses);
            List<String> live = live(seed, arrivals);
            for (int i = 0; i < REQUESTS; i++) {
                assertEquals(
                        simulated.get(i),
                        live.get(i),
                        "seed " + seed + ", request " + i + ": "
                                + arrivals.get(i).request());
            }
        }
        assertTrue(statuses.keySet().containsAll(List.of(200, 400, 403, 429, 500, 502)), statuses.toString());
    }

    private static List<Arrival<Integer>> arrivals(SplittableRandom random) {
        var arrivals = new ArrayList<Arrival<Integer>>();
        long nanos = START;
        for (int i = 0; i < REQUESTS; i++) {
            nanos += random.nextInt(40_000_000);
            arrivals.add(new Arrival<>(nanos, request(random), i));
        }
        return arrivals;
    }

    private static HttpRequest request(SplittableRandom random) {
        String method = METHODS[random.nextInt(METHODS.length)];
        String target = "/prod/r" + random.nextInt(RandomApi.RESOURCES + 1) + "/" + random.nextInt(3)
                + (random.nextInt(3) > 0 ? "?q=" + random.nextInt(2) : "");
        String body = method.equals("GET") ? "" : BODIES[random.nextInt(BODIES.length)];
        var headers = Headers.builder().add("Host", RandomApi.HOST);
        sometimes(random, 2, headers, "x-api-key", RandomApi.KEY);
        sometimes(random, 2, headers, "Authorization", "token" + random.nextInt(3));
        sometimes(random, 3, headers, "Accept-Encoding", "gzip");
        sometimes(random, 6, headers, "Cache-Control", "max-age=0");
        sometimes(random, 3, headers, "X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1");
        if (!body.isEmpty()) {
            headers.add("Content-Type", "application/json");
            headers.add("Content-Length", Integer.toString(body.length()));
        }
        return new HttpRequest(method, target, headers.build(), Body.utf8(body), "127.0.0.1");
    }

    private static void sometimes(
            SplittableRandom random, int oneIn, Headers.Builder headers, String name, String value) {
        if (random.nextInt(oneIn) == 0) {
            headers.add(name, value);
        }
    }

    private static Engine engine(long seed) {
        return Engine.open(RandomApi.workspace(new SplittableRandom(seed)), Engine.Settings.startingAt(START, seed));
    }

    private static List<String> simulated(
            long seed, List<Arrival<Integer>> arrivals, TreeMap<Integer, Integer> statuses) {
        var answers = new ArrayList<String>();
        new Simulation<>(engine(seed).gateway(), arrivals.iterator(), answer -> {
                    statuses.merge(answer.response().status(), 1, Integer::sum);
                    answers.add(text(answer.response()));
                })
                .run();
        return answers;
    }

    private static String text(HttpResponse response) {
        return response.status() + "\n" + response.headers() + "\n"
                + new String(response.body().bytes(), StandardCharsets.ISO_8859_1);
    }

    private static List<String> live(long seed, List<Arrival<Integer>> arrivals) throws IOException {
        var clock = new AtomicLong(START);
        var answers = new ArrayList<String>();
        try (var listener = LiveListener.start(engine(seed).gateway(), ListenerOptions.STANDARD, clock::get);
                var client = new WireClient(listener.port())) {
            for (Arrival<Integer> arrival : arrivals) {
                clock.set(arrival.nanos());
                client.send(onTheWire(arrival.request()));
                WireClient.Answer answer = client.read();
                answers.add(answer.status() + "\n"
                        + String.join("\n", answer.headerLines()).replace("Connection: keep-alive\n", "") + "\n\n"
                        + answer.body());
            }
        }
        return answers;
    }

    private static String onTheWire(HttpRequest request) {
        var text = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        request.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        return text + "\r\n" + request.body().utf8();
    }
}
