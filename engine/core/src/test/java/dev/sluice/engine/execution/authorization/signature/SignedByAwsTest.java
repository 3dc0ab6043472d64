package dev.sluice.engine.execution.authorization.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Genuine;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Kind;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Refused;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** AWS's own signer signs random requests; our check has to agree, and to notice each single change. */
class SignedByAwsTest {
    private static final Instant TIME = Instant.parse("2026-11-25T07:00:00Z");
    private static final long NOW = TIME.getEpochSecond() * 1_000_000_000L;
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

    private final SplittableRandom random = new SplittableRandom(21);

    private static SignatureCheck check(Optional<String> token) {
        var user = new IamUser(
                "alice",
                "AKIDEXAMPLE",
                SECRET,
                List.of(),
                Optional.empty(),
                token.map(text -> new IamUser.Session(text, Optional.empty())));
        return new SignatureCheck("eu-central-1", SignatureCheck.EXECUTE_API, List.of(user));
    }

    @Test
    void whatAwsSignsInTheHeaderIsGenuine() {
        for (int i = 0; i < 400; i++) {
            Optional<String> token = random.nextInt(4) == 0 ? Optional.of("session/token+" + i) : Optional.empty();
            HttpRequest signed = signed(token, AwsV4FamilyHttpSigner.AuthLocation.HEADER);
            SignatureResult result = check(token).check(signed, NOW + random.nextLong(-300, 301) * 1_000_000_000L);
            assertInstanceOf(Genuine.class, result, () -> signed.target() + " " + result);
            assertEveryChangeIsNoticed(signed, check(token));
        }
    }

    @Test
    void whatAwsPresignsIsGenuineUntilItExpires() {
        for (int i = 0; i < 200; i++) {
            Optional<String> token = random.nextBoolean() ? Optional.of("session/token+" + i) : Optional.empty();
            HttpRequest signed = signed(token, AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING);
            SignatureResult result = check(token).check(signed, NOW + 900_000_000_000L);
            assertInstanceOf(Genuine.class, result, () -> signed.target() + " " + result);
            Refused late = assertInstanceOf(Refused.class, check(token).check(signed, NOW + 901_000_000_000L));
            assertEquals(Kind.INVALID, late.kind());
        }
    }

    private void assertEveryChangeIsNoticed(HttpRequest signed, SignatureCheck check) {
        HttpRequest changed = switch (random.nextInt(3)) {
            case 0 -> new HttpRequest(signed.method(), signed.target() + "x", signed.headers(), signed.body(), "");
            case 1 ->
                new HttpRequest(
                        signed.method(),
                        signed.target(),
                        signed.headers(),
                        Body.utf8(signed.body().utf8() + " "),
                        "");
            default ->
                new HttpRequest(
                        signed.method().equals("GET") ? "PUT" : "GET",
                        signed.target(),
                        signed.headers(),
                        signed.body(),
                        "");
        };
        assertInstanceOf(Refused.class, check.check(changed, NOW), changed.target());
    }

    private HttpRequest signed(Optional<String> token, AwsV4FamilyHttpSigner.AuthLocation location) {
        boolean inQuery = location == AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING;
        byte[] body = inQuery ? new byte[0] : text(40).getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest.Builder unsigned = SdkHttpFullRequest.builder()
                .method(inQuery ? SdkHttpMethod.GET : SdkHttpMethod.values()[random.nextInt(5)])
                .uri(URI.create("https://abcdef1234.execute-api.eu-central-1.amazonaws.com"))
                .encodedPath(path());
        int parameters = random.nextInt(5);
        for (int i = 0; i < parameters; i++) {
            unsigned.appendRawQueryParameter(text(4), text(8));
        }
        int headers = random.nextInt(4);
        for (int i = 0; i < headers; i++) {
            unsigned.appendHeader("X-Test-" + random.nextInt(3), "  " + header() + "   " + header() + " ");
        }
        AwsCredentialsIdentity identity = token.<AwsCredentialsIdentity>map(
                        text -> AwsSessionCredentialsIdentity.create("AKIDEXAMPLE", SECRET, text))
                .orElseGet(() -> AwsCredentialsIdentity.create("AKIDEXAMPLE", SECRET));
        SignRequest.Builder<AwsCredentialsIdentity> toSign = SignRequest.builder(identity)
                .request(unsigned.build())
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, location)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(TIME, ZoneOffset.UTC));
        if (inQuery) {
            toSign.putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(15));
        }
        if (body.length > 0) {
            toSign.payload((ContentStreamProvider) () -> new ByteArrayInputStream(body));
        }
        return received(SIGNER.sign(toSign.build()).request(), body);
    }

    /** The request as a server gets it. */
    private static HttpRequest received(SdkHttpRequest request, byte[] body) {
        Headers.Builder headers = Headers.builder();
        request.forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
        String query = request.encodedQueryParameters().map(text -> "?" + text).orElse("");
        return new HttpRequest(
                request.method().name(), request.encodedPath() + query, headers.build(), Body.of(body), "127.0.0.1");
    }

    /** Climbs no higher than the root: what is above it every signer spells in its own way, and no API is there. */
    private String path() {
        var path = new StringBuilder("/prod");
        int depth = 1;
        int segments = random.nextInt(4);
        for (int i = 0; i < segments; i++) {
            int kind = random.nextInt(8);
            boolean up = kind == 0 && depth > 0;
            String segment = up ? ".." : kind == 1 ? "." : kind == 2 ? "" : SdkHttpUtils.urlEncode(text(6));
            depth += up ? -1 : kind == 1 || kind == 2 ? 0 : 1;
            path.append('/').append(segment);
        }
        return path.toString();
    }

    private String header() {
        return text(6).replaceAll("[^ -~]", "x");
    }

    private String text(int longest) {
        String letters = "abcXYZ019-._~ +*%/&=?:;,@!$'()[]\"äß€😀";
        int[] points = letters.codePoints().toArray();
        var text = new StringBuilder("p");
        int length = random.nextInt(longest);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }
}
