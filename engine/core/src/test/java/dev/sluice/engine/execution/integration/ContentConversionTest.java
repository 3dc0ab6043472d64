package dev.sluice.engine.execution.integration;

import static dev.sluice.engine.execution.integration.OneMethod.answer;
import static dev.sluice.engine.execution.integration.OneMethod.get;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.ContentHandling;
import dev.sluice.engine.execution.integration.ContentConversion.Converted;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of the two recorded tables of data-plane section 10.8. */
class ContentConversionTest {
    private static final byte[] RAW = {(byte) 0x1f, (byte) 0x8b, 'a', (byte) 0xff};
    private static final ContentConversion CONVERSION =
            new ContentConversion(new BinaryMediaTypes(List.of("image/png")));

    private enum Result {
        SAME(true),
        BASE64(false),
        REPLACED(false),
        DECODED(true),
        FAILS(false);

        private final boolean binary;

        Result(boolean binary) {
            this.binary = binary;
        }

        void check(byte[] sent, Optional<Converted> got) {
            if (this == FAILS) {
                assertEquals(Optional.empty(), got);
                return;
            }
            byte[] wanted = switch (this) {
                case BASE64 -> Base64.getEncoder().encode(sent);
                case REPLACED -> new String(sent, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
                case DECODED -> Base64.getDecoder().decode(sent);
                case SAME, FAILS -> sent;
            };
            assertArrayEquals(wanted, got.orElseThrow().body().bytes());
            assertEquals(binary, got.orElseThrow().isBinary());
        }
    }

    private static Optional<ContentHandling> handling(String name) {
        return name.equals("unset") ? Optional.empty() : Optional.of(ContentHandling.valueOf(name));
    }

    /** Raw bytes are never base64, so a cell that decodes is tried with both. */
    private static byte[] payload(String kind) {
        return kind.equals("encoded") ? Base64.getEncoder().encode(RAW) : RAW;
    }

    @ParameterizedTest
    @CsvSource({
        "unset,image/png,raw,SAME",
        "unset,text/plain,raw,REPLACED",
        "unset,,raw,REPLACED",
        "CONVERT_TO_TEXT,image/png,raw,BASE64",
        "CONVERT_TO_TEXT,text/plain,raw,REPLACED",
        "CONVERT_TO_BINARY,image/png,raw,SAME",
        "CONVERT_TO_BINARY,text/plain,raw,FAILS",
        "CONVERT_TO_BINARY,text/plain,encoded,DECODED"
    })
    void aRequestBodyIsConvertedByItsContentType(String handling, String contentType, String payload, Result result) {
        Headers client = contentType == null ? Headers.NONE : Headers.of("Content-Type", contentType);
        byte[] sent = payload(payload);
        result.check(sent, CONVERSION.forEndpoint(handling(handling), client, Body.of(sent)));
    }

    @ParameterizedTest
    @CsvSource({
        "unset,image/png,image/png,raw,SAME",
        "unset,image/png,text/plain,raw,BASE64",
        "unset,text/plain,image/png,raw,FAILS",
        "unset,text/plain,image/png,encoded,DECODED",
        "unset,text/plain,text/plain,raw,REPLACED",
        "CONVERT_TO_TEXT,image/png,image/png,raw,BASE64",
        "CONVERT_TO_TEXT,image/png,text/plain,raw,BASE64",
        "CONVERT_TO_TEXT,text/plain,image/png,raw,REPLACED",
        "CONVERT_TO_TEXT,text/plain,text/plain,raw,REPLACED",
        "CONVERT_TO_BINARY,image/png,image/png,raw,SAME",
        "CONVERT_TO_BINARY,image/png,text/plain,raw,SAME",
        "CONVERT_TO_BINARY,text/plain,image/png,raw,FAILS",
        "CONVERT_TO_BINARY,text/plain,image/png,encoded,DECODED",
        "CONVERT_TO_BINARY,text/plain,text/plain,raw,FAILS",
        "CONVERT_TO_BINARY,text/plain,text/plain,encoded,DECODED"
    })
    void aResponseBodyIsConvertedByItsContentTypeAndTheClientsAccept(
            String handling, String contentType, String accept, String payload, Result result) {
        byte[] sent = payload(payload);
        result.check(
                sent,
                CONVERSION.forClient(
                        handling(handling),
                        Headers.of("Accept", accept + ",image/png"),
                        Headers.of("Content-Type", contentType),
                        Body.of(sent)));
    }

    @Test
    void withoutBinaryMediaTypesNothingIsBinary() {
        var none = new ContentConversion(BinaryMediaTypes.NONE);
        Headers png = Headers.of("Content-Type", "image/png", "Accept", "image/png");
        Result.REPLACED.check(RAW, none.forEndpoint(Optional.empty(), png, Body.of(RAW)));
        Result.REPLACED.check(RAW, none.forClient(Optional.empty(), png, png, Body.of(RAW)));
        Result.FAILS.check(RAW, none.forEndpoint(Optional.of(ContentHandling.CONVERT_TO_BINARY), png, Body.of(RAW)));
    }

    private static final String TEMPLATE = "requestTemplates: {application/json: '{\"statusCode\": 200}'}\n";

    /** The CORS method of an API whose binary media types are everything needs CONVERT_TO_TEXT, as people report. */
    @Test
    void aTemplateCannotReadBytesAlsoNotThatOfAMock() {
        OneMethod mock =
                OneMethod.withBinary("'*/*'", "type: mock\n" + TEMPLATE + "responses: {default: {statusCode: '200'}}");
        assertEquals(500, mock.sendUncalled(get("/1")).status());
        assertEquals(new Cause.TemplateOnBinary("request"), mock.cause());
        assertTrue(mock.log().contains("Execution failed due to configuration error: Unable to transform request"));

        OneMethod text = OneMethod.withBinary(
                "'*/*'",
                "type: mock\ncontentHandling: CONVERT_TO_TEXT\n" + TEMPLATE
                        + "responses: {default: {statusCode: '200', responseTemplates: {application/json: ok}}}");
        assertEquals("ok", text.sendUncalled(get("/1", "Accept", "*/*")).body().utf8());
    }

    @Test
    void aResponseTemplateSeesBase64WhereTextIsWantedAndFailsOnBytes() {
        String http = "type: http\nhttpMethod: GET\nuri: 'http://a.example/'\nresponses: {default: {statusCode: '200', "
                + "responseTemplates: {application/json: '{\"data\": \"$input.body\"}'}%s}}";
        Outcome png =
                new Outcome.Answered(new HttpResponse(200, Headers.of("Content-Type", "image/png"), Body.of(RAW)));
        OneMethod asText = OneMethod.withBinary("image/png", http.formatted(", contentHandling: CONVERT_TO_TEXT"));
        assertEquals(
                "{\"data\": \"" + Base64.getEncoder().encodeToString(RAW) + "\"}",
                asText.send(get("/1"), png).body().utf8());
        OneMethod asBytes = OneMethod.withBinary("image/png", http.formatted(""));
        assertEquals(500, asBytes.send(get("/1", "Accept", "image/png"), png).status());
        assertEquals(new Cause.TemplateOnBinary("response"), asBytes.cause());
    }

    @Test
    void aProxysRequestIsConvertedTooAndTextThatIsNoBase64IsA500() {
        OneMethod proxy = OneMethod.with(
                "type: http_proxy\nhttpMethod: POST\nuri: 'http://a.example/'\ncontentHandling: CONVERT_TO_BINARY");
        assertEquals(500, proxy.sendUncalled(OneMethod.post("no base64")).status());
        assertEquals(new Cause.BodyNotBase64("request"), proxy.cause());
        HttpResponse response = proxy.send(OneMethod.post("aGk="), answer(200, "x"));
        assertEquals(200, response.status());
        assertEquals(
                "hi",
                ((dev.sluice.engine.backend.Call.ToNetwork) proxy.call()).body().utf8());
    }
}
