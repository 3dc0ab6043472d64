package dev.sluice.engine.control.openapi;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A valid document with a few of its bytes changed is read or refused; it never throws and never hangs. */
class OpenApiFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final String SIGNS = "{}[]\":,'&*!|>%#-? \n\t0§\u0000";

    private static final String YAML = """
            openapi: 3.0.1
            info: {title: Shop, version: 2.0}
            paths:
              /a/{b}:
                parameters: [{name: q, in: query, required: true}]
                get: &get
                  security: [{key: []}]
                  responses: {200: {description: "200 response", headers: {A: {schema: {type: string}}}}}
                  x-amazon-apigateway-integration:
                    type: http
                    httpMethod: GET
                    uri: !Sub "http://a.example/${AWS::Region}"
                    timeoutInMillis: 100
                    requestTemplates:
                      application/json: |-
                        {"a": 1}
                    responses: {default: {statusCode: 200}, "4\\\\d\\\\d": {statusCode: 404}}
                put: *get
              /c: {$ref: '#/paths/~1a~1{b}'}
            components: {securitySchemes: {key: {type: apiKey, name: x-api-key, in: header}}}
            x-amazon-apigateway-gateway-responses: {THROTTLED: {statusCode: 430}}
            """;

    @Test
    void changedBytesNeverThrowOrHang() {
        byte[] yaml = YAML.getBytes(StandardCharsets.UTF_8);
        byte[] json = OpenApiWriter.write(Documents.read(YAML).definition().orElseThrow())
                .getBytes(StandardCharsets.UTF_8);
        var random = new Random(20_261_124);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                boolean asJson = random.nextBoolean();
                readChanged(asJson ? "a.json" : "a.yaml", asJson ? json : yaml, random, round);
            }
        });
    }

    private static void readChanged(String file, byte[] valid, Random random, int round) {
        byte[] changed = change(valid, random);
        try {
            OpenApiReader.read(file, changed, Documents.SETTINGS);
        } catch (RuntimeException | StackOverflowError e) {
            fail("round " + round + " of " + file + ":\n" + new String(changed, StandardCharsets.UTF_8), e);
        }
    }

    private static byte[] change(byte[] valid, Random random) {
        byte[] changed = valid.clone();
        byte[] signs = SIGNS.getBytes(StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(changed.length);
            switch (random.nextInt(5)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1, 2 -> changed[at] = signs[random.nextInt(signs.length)];
                case 3 -> changed = cut(changed, at, Math.min(changed.length, at + 1 + random.nextInt(20)));
                default -> System.arraycopy(changed, at / 2, changed, at, (changed.length - at) / 2);
            }
        }
        return changed;
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        byte[] shorter = Arrays.copyOf(bytes, Math.max(1, bytes.length - (to - from)));
        System.arraycopy(
                bytes,
                to,
                shorter,
                Math.min(from, shorter.length - 1),
                Math.min(bytes.length - to, shorter.length - from));
        return shorter;
    }
}
