package dev.sluice.engine.fuzz;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Requests as strangers send them and answers as strangers' functions give them: each is answered, and with sense. */
class ExchangeFuzzTest {
    private static final String PART = "\u001e";
    private static final int MOST_CALLS = 8;
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "get", "BREW", "CONNECT", "");
    private static final List<String> PATHS = List.of(
            "/prod/proxy",
            "/prod/proxy/a/b",
            "/prod/mock",
            "/prod/mock/7",
            "/prod/http",
            "/prod/any/x/",
            "/prod/valid",
            "/prod/cached",
            "/prod/cached/9",
            "/prod",
            "/",
            "//prod/mock",
            "/prod//mock",
            "/prod/none",
            "/stage/mock",
            "/prod/mock/%2F",
            "/prod/mock/%",
            "/prod/mock/%zz",
            "/prod/mock/%F0%9F%98%80",
            "/prod/../mock",
            "*");
    private static final List<String> QUERIES = List.of(
            "",
            "?",
            "?a=1",
            "?a=1&a=2",
            "?a",
            "?=",
            "?&&&",
            "?a=%",
            "?a=%2",
            "?%00=%ff",
            "?a=b=c",
            "?q=1",
            "?a[]=1&a[]=2");
    private static final List<String> NAMES = List.of(
            "Content-Type",
            "Accept",
            "Host",
            "X-Api-Key",
            "Authorization",
            "Cookie",
            "X-Amzn-Trace-Id",
            "Content-Length",
            "Transfer-Encoding",
            "Connection",
            "Content-Encoding",
            "Cache-Control",
            "Origin",
            "X-Forwarded-For",
            "a",
            "A",
            "x-amz-date",
            "Expect",
            "Accept-Encoding",
            "If-None-Match");
    private static final List<String> VALUES = List.of(
            "",
            "application/json",
            "text/plain",
            "image/png",
            "*/*",
            "application/json; charset=utf-8",
            "a,b;q=0",
            ";",
            "Bearer a.b.c",
            "Bearer ",
            "AWS4-HMAC-SHA256 Credential=A/B/C/D/E, SignedHeaders=host, Signature=00",
            "gzip",
            "identity",
            "max-age=0",
            "no-cache",
            "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
            "Root=;;=;",
            "9".repeat(99),
            "chunked",
            "token-0123456789abcdef",
            "a=b; c=d; =; a",
            "\u00e9");
    private static final List<String> RESPONSE_WORDS = List.of(
            "\"statusCode\":",
            "\"headers\":",
            "\"multiValueHeaders\":",
            "\"body\":",
            "\"isBase64Encoded\":true",
            "\"cookies\":[",
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            "null",
            "99999999999",
            "-1",
            "200.5",
            "\"200\"",
            "\"a\\r\\nb: c\"",
            "\"\\u0000\"",
            "\"Content-Length\":\"9\"",
            "\"Transfer-Encoding\":\"chunked\"",
            "\"x\":{}");

    private final Engine engine =
            Engine.open(FuzzedApi.workspace(), Engine.Settings.startingAt(FuzzedApi.START_NANOS, 7));
    private long nowNanos = FuzzedApi.START_NANOS;

    @Test
    void everyRequestIsAnsweredWhateverItSaysAndWhateverTheNeighboursAnswer() {
        Fuzz.run(0.2, ExchangeFuzzTest::input, this::check);
    }

    private static String input(SplittableRandom random) {
        var text = new StringBuilder(Text.any(random, METHODS)).append(PART);
        text.append(Text.any(random, PATHS))
                .append(random.nextInt(5) == 0 ? Text.signs(random, 4).strip() : "");
        text.append(Text.any(random, QUERIES)).append(PART);
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(Text.any(random, NAMES))
                    .append(':')
                    .append(Text.any(random, VALUES))
                    .append('\n');
        }
        text.append(PART)
                .append(random.nextInt(3) == 0 ? Text.signs(random, 30) : Text.json(random, 3))
                .append(PART);
        String answer = "{\"statusCode\":" + Text.any(random, List.of("200", "\"201\"", "0", "1000", "204", "304"))
                + ",\"headers\":{\"" + Text.any(random, NAMES) + "\":\"" + Text.any(random, VALUES) + "\"},\"body\":"
                + Text.json(random, 2) + "}";
        return text.append(Text.spoiled(random, answer, RESPONSE_WORDS)).toString();
    }

    private void check(String input) {
        String[] parts = (input + PART.repeat(5)).split(PART, -1);
        var headers = Headers.builder().add("Host", FuzzedApi.HOST);
        for (String line : parts[2].split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        nowNanos += 1_000_000;
        var request = new HttpRequest(parts[0], parts[1], headers.build(), Body.utf8(parts[3]), "127.0.0.1");
        HttpResponse response = answer(engine.gateway().open(request), parts[4]);
        if (response.status() < 100 || response.status() > 999) {
            throw new AssertionError("status " + response.status());
        }
        Optional<String> length = response.headers().first("Content-Length");
        boolean hasBody = response.body().length() > 0;
        if (hasBody
                && length.isPresent()
                && !length.get().equals(Integer.toString(response.body().length()))) {
            throw new AssertionError(
                    "Content-Length " + length.get() + " for " + response.body().length() + " bytes");
        }
        response.headers().forEach((name, value) -> {
            if ((name + value).chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                throw new AssertionError("a header breaks the head: " + name);
            }
        });
    }

    private HttpResponse answer(Exchange exchange, String payload) {
        Step step = exchange.begin(nowNanos);
        for (int calls = 0; step instanceof Step.Invoke(Call call, long deadlineNanos); calls++) {
            if (calls == MOST_CALLS) {
                throw new AssertionError("it calls and calls");
            }
            nowNanos += 1_000;
            step = exchange.resume(outcome(call, payload), nowNanos);
        }
        return ((Step.Reply) step).response();
    }

    private static Outcome outcome(Call call, String payload) {
        return switch (payload.length() % 7) {
            case 0 -> new Outcome.TimedOut();
            case 1 -> new Outcome.Unreachable("gone");
            case 2 ->
                new Outcome.Answered(new HttpResponse(
                        100 + payload.length() % 500,
                        Headers.of("Content-Type", "text/plain", "A", "b"),
                        Body.utf8(payload)));
            case 3 ->
                new Outcome.Answered(
                        new HttpResponse(200, Headers.of("X-Amz-Function-Error", "Unhandled"), Body.utf8(payload)));
            default -> new Outcome.Answered(new HttpResponse(200, Headers.NONE, Body.utf8(payload)));
        };
    }
}
