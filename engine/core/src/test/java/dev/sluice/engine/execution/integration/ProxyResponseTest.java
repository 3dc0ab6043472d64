package dev.sluice.engine.execution.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.execution.integration.ProxyResponse.Malformed;
import dev.sluice.engine.execution.integration.ProxyResponse.Ok;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function may return to a proxy integration (data-plane section 9.2, recorded). */
class ProxyResponseTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final String ENCODED = Base64.getEncoder().encodeToString(PNG);

    private static ProxyResponse read(String payload) {
        return ProxyResponse.of(Body.utf8(payload), Optional.empty(), BinaryMediaTypes.NONE);
    }

    private static Ok ok(String payload) {
        return assertInstanceOf(Ok.class, read(payload), payload);
    }

    @Test
    void everyMemberIsOptional() {
        assertEquals(new Ok(200, Headers.NONE, Body.EMPTY), read("{}"));
        assertEquals(new Ok(200, Headers.NONE, Body.EMPTY), read("{\"statusCode\": 200, \"headers\": null}"));
        assertEquals(
                new Ok(300, Headers.of("Content-Type", "application/xml"), Body.utf8("<m/>")),
                read("{\"statusCode\":300,\"headers\":{\"Content-Type\":\"application/xml\"},\"body\":\"<m/>\"}"));
    }

    @Test
    void aStatusCodeMayBeSpelledInAText() {
        assertEquals(201, ok("{\"statusCode\":\"201\"}").status());
    }

    @Test
    void headerValuesThatAreNoTextAreWrittenAsText() {
        assertEquals(
                Headers.of("a", "true", "b", "7"),
                ok("{\"headers\":{\"a\":true,\"b\":7}}").headers());
    }

    @Test
    void multiValuesComeFirstAndTheirSpellingOfTheNameIsKept() {
        Headers headers = ok("{\"headers\":{\"test-multi\":\"solo\",\"x\":\"1\"},"
                        + "\"multiValueHeaders\":{\"tesT-Multi\":[\"multi\"]}}")
                .headers();
        assertEquals(Headers.of("tesT-Multi", "multi", "tesT-Multi", "solo", "x", "1"), headers);
        assertEquals(
                List.of("value1", "value2"),
                ok("{\"multiValueHeaders\":{\"m\":[\"value1\",\"value2\"]}}")
                        .headers()
                        .all("m"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"justAString\"",
                "7",
                "null",
                "[]",
                "",
                "not json",
                "{\"statusCode\":\"test\"}",
                "{\"statusCode\":700}",
                "{\"statusCode\":200,\"wrongValue\":\"v\"}",
                "{\"multiValueHeaders\":{\"m\":\"value1\"}}",
                "{\"headers\":[]}",
                "{\"headers\":{\"a\":{}}}",
                "{\"body\":{\"a\":1}}",
                "{\"isBase64Encoded\":\"yes\"}"
            })
    void anythingElseIsMalformed(String payload) {
        assertInstanceOf(Malformed.class, read(payload));
    }

    @Test
    void aWholeNumberIsAStatusCodeHoweverItIsWritten() {
        assertEquals(new Ok(200, Headers.NONE, Body.EMPTY), read("{\"statusCode\":200.0}"));
        assertInstanceOf(Malformed.class, read("{\"statusCode\":200.5}"));
        assertInstanceOf(Malformed.class, read("{\"statusCode\":1e999}"));
    }

    @Test
    void whatIsMalformedIsSaidInWords() {
        assertEquals(
                new Malformed("body as a text (JSON.stringify it)", "body an object"), read("{\"body\":{\"a\":1}}"));
        assertEquals(
                new Malformed(
                        "a statusCode from 100 to 599, as a number or as its digits", "statusCode the text \"test\""),
                read("{\"statusCode\":\"test\"}"));
        assertEquals(
                "an object with the unknown member 'wrongValue'",
                assertInstanceOf(Malformed.class, read("{\"wrongValue\":1}")).got());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "absent", textBlock = """
                    image/png,*/test                 | */*                              | false
                    image/png,*/test                 | image/png,image/*,*/*;q=0.8      | true
                    image/png,*/test                 | text/html,image/png              | false
                    image/png,application/*,image/jpg| absent                           | false
                    image/png,*/test                 | image/jpg                        | false
                    image/png,*/test                 | image/*                          | false
                    image/png,*/test                 | random/test                      | false
                    image/png,application/*          | application/test                 | true
                    image/png,application/*          | application/*                    | true
                    image/png                        | IMAGE/PNG                        | true
                    */*                              | image/png                        | true
                    """)
    void base64IsDecodedOnlyIfTheFirstAcceptedTypeIsBinary(String types, String accept, boolean decoded) {
        ProxyResponse response = ProxyResponse.of(
                Body.utf8("{\"body\":\"" + ENCODED + "\",\"isBase64Encoded\":true}"),
                Optional.ofNullable(accept),
                new BinaryMediaTypes(List.of(types.split(","))));
        byte[] expected = decoded ? PNG : Body.utf8(ENCODED).bytes();
        assertArrayEquals(expected, assertInstanceOf(Ok.class, response).body().bytes());
    }

    @Test
    void theFlagAloneDecides() {
        ProxyResponse response = ProxyResponse.of(
                Body.utf8("{\"body\":\"" + ENCODED + "\",\"isBase64Encoded\":false}"),
                Optional.of("image/png"),
                new BinaryMediaTypes(List.of("image/png")));
        assertEquals(ENCODED, assertInstanceOf(Ok.class, response).body().utf8());
    }

    @Test
    void base64ThatCannotBeDecodedIsAnErrorOfItsOwn() {
        assertInstanceOf(
                ProxyResponse.Undecodable.class,
                ProxyResponse.of(
                        Body.utf8("{\"body\":\"èé+à)(\",\"isBase64Encoded\":true}"),
                        Optional.of("image/png"),
                        new BinaryMediaTypes(List.of("image/png"))));
    }
}
