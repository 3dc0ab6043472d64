package dev.sluice.engine.execution.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.execution.ServedApi;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {
    private static final String ANSWER = "0123456789".repeat(10);

    private static ServedApi api(String minimum) {
        return ServedApi.of("""
                openapi: 3.0.1
                info: {title: Shop, version: "1"}
                MINIMUM
                paths:
                  /echo:
                    post:
                      x-amazon-apigateway-integration:
                        type: mock
                        requestTemplates: {application/json: '#set($context.responseOverride.header.Got = $input.body){"statusCode": 200}'}
                        responses: {default: {statusCode: "200", responseTemplates: {application/json: 'ANSWER'}}}
                """.replace("MINIMUM", minimum).replace("ANSWER", ANSWER));
    }

    private static HttpResponse get(ServedApi api, String... headers) {
        return api.send("POST", "/echo", Headers.of(headers), Body.EMPTY);
    }

    private static String encoding(ServedApi api, String acceptEncoding) {
        return get(api, "Accept-Encoding", acceptEncoding)
                .headers()
                .first("Content-Encoding")
                .orElse("none");
    }

    @Test
    void anAnswerOfTheMinimumIsCompressedAsTheClientWants() throws IOException {
        ServedApi api = api("x-amazon-apigateway-minimum-compression-size: 100");
        HttpResponse gzip = get(api, "Accept-Encoding", "deflate;q=0.5, gzip");
        assertEquals("gzip", gzip.headers().first("Content-Encoding").orElseThrow());
        assertEquals(
                gzip.body().length() + "",
                gzip.headers().first("Content-Length").orElseThrow());
        assertArrayEquals(
                ANSWER.getBytes(),
                new GZIPInputStream(new ByteArrayInputStream(gzip.body().bytes())).readAllBytes());
        HttpResponse deflate = get(api, "Accept-Encoding", "DEFLATE");
        assertArrayEquals(
                ANSWER.getBytes(),
                new InflaterInputStream(new ByteArrayInputStream(deflate.body().bytes())).readAllBytes());
    }

    @Test
    void withoutAWishedCodingOrBelowTheMinimumOrWithoutOneAnswersStayAsTheyAre() {
        ServedApi api = api("x-amazon-apigateway-minimum-compression-size: 100");
        for (String none : List.of("*", "identity", "br", "gzip;q=0", "")) {
            assertEquals("none", encoding(api, none), none);
        }
        assertEquals("gzip", encoding(api, "br, gzip;q=0.001, identity"));
        assertFalse(get(api).headers().contains("Content-Encoding"));
        assertEquals("none", encoding(api("x-amazon-apigateway-minimum-compression-size: 101"), "gzip"));
        assertEquals("none", encoding(api(""), "gzip"));
    }

    @Test
    void aCompressedRequestIsReadAsWhatItWasBefore() {
        ServedApi api = api("");
        for (ContentCoding coding : ContentCoding.values()) {
            Body body = coding.compressed(Body.utf8("{\"a\": 1}"));
            HttpResponse response = api.send("POST", "/echo", Headers.of("Content-Encoding", coding.wireName()), body);
            assertEquals("{\"a\": 1}", response.headers().first("Got").orElseThrow());
        }
    }

    @Test
    void anUnknownCodingOrBytesThatAreNotOfItAreRefused() {
        ServedApi api = api("");
        assertEquals(415, status(api, "br", Body.utf8("x")));
        assertEquals(415, status(api, "gzip", Body.utf8("plain")));
        Body whole = ContentCoding.GZIP.compressed(Body.utf8(ANSWER));
        assertEquals(415, status(api, "gzip", Body.of(java.util.Arrays.copyOf(whole.bytes(), whole.length() - 9))));
        assertEquals(200, status(api, "identity", Body.utf8("plain")));
    }

    @Test
    void aBombIsNotBlownUp() {
        Body bomb = ContentCoding.GZIP.compressed(Body.of(new byte[50_000_000]));
        assertTrue(bomb.length() < 100_000);
        HttpResponse response = api("").send("POST", "/echo", Headers.of("Content-Encoding", "gzip"), bomb);
        assertEquals(413, response.status());
        assertEquals("{\"message\": \"Request Too Long\"}", response.body().utf8());
        assertEquals(200, status(api(""), "gzip", ContentCoding.GZIP.compressed(Body.of(new byte[Body.LARGEST]))));
    }

    private static int status(ServedApi api, String contentEncoding, Body body) {
        return api.send("POST", "/echo", Headers.of("Content-Encoding", contentEncoding), body)
                .status();
    }
}
