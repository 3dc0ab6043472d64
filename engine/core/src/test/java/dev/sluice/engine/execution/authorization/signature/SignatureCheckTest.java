package dev.sluice.engine.execution.authorization.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.IamUser;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Genuine;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Kind;
import dev.sluice.engine.execution.authorization.signature.SignatureResult.Refused;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vectors are AWS's own, from its Signature Version 4 test suite and its documentation. */
class SignatureCheckTest {
    private static final IamUser USER =
            new IamUser("example", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", List.of());
    private static final SignatureCheck SUITE = new SignatureCheck("us-east-1", "service", List.of(USER));
    private static final long NOW = nanos("2015-08-30T12:36:00Z");
    private static final String VANILLA = "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31";

    private static long nanos(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    private static HttpRequest request(String method, String target, String authorization, String... headers) {
        Headers.Builder builder =
                Headers.builder().add("Host", "example.amazonaws.com").add("X-Amz-Date", "20150830T123600Z");
        for (int i = 0; i < headers.length; i += 2) {
            builder.add(headers[i], headers[i + 1]);
        }
        return new HttpRequest(
                method, target, builder.add("Authorization", authorization).build(), Body.EMPTY, "127.0.0.1");
    }

    private static String authorization(String signedHeaders, String signature) {
        return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="
                + signedHeaders + ", Signature=" + signature;
    }

    private static HttpRequest vanilla() {
        return request("GET", "/", authorization("host;x-amz-date", VANILLA));
    }

    private static Refused refused(SignatureResult result) {
        return assertInstanceOf(Refused.class, result);
    }

    private static void assertGenuine(HttpRequest request) {
        SignatureResult result = SUITE.check(request, NOW);
        assertInstanceOf(Genuine.class, result, result::toString);
    }

    @Test
    void theSuitesVanillaRequestsAreGenuine() {
        assertGenuine(vanilla());
        assertGenuine(request(
                "POST",
                "/",
                authorization("host;x-amz-date", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b")));
        assertGenuine(request(
                "GET",
                "/?Param2=value2&Param1=value1",
                authorization("host;x-amz-date", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500")));
    }

    @Test
    void theSuitesNormalizedPathsAreGenuine() {
        for (String target : List.of("/example/..", "//", "/./", "/foo/bar/../..")) {
            assertGenuine(request("GET", target, authorization("host;x-amz-date", VANILLA)));
        }
    }

    @Test
    void theRequestOfTheDocumentationIsGenuine() {
        var iam = new SignatureCheck("us-east-1", "iam", List.of(USER));
        Headers headers = Headers.of(
                "Content-Type",
                "application/x-www-form-urlencoded; charset=utf-8",
                "Host",
                "iam.amazonaws.com",
                "X-Amz-Date",
                "20150830T123600Z",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
        var request = new HttpRequest("GET", "/?Action=ListUsers&Version=2010-05-08", headers, Body.EMPTY, "127.0.0.1");
        assertInstanceOf(Genuine.class, iam.check(request, NOW));
    }

    @Test
    void fiveMinutesEitherWayAreTolerated() {
        assertInstanceOf(Genuine.class, SUITE.check(vanilla(), nanos("2015-08-30T12:41:00Z")));
        assertInstanceOf(Genuine.class, SUITE.check(vanilla(), nanos("2015-08-30T12:31:00Z")));
        assertEquals(
                "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T124101Z - 5 min.)",
                refused(SUITE.check(vanilla(), nanos("2015-08-30T12:41:01Z"))).message());
        assertEquals(
                "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T123059Z + 5 min.)",
                refused(SUITE.check(vanilla(), nanos("2015-08-30T12:30:59Z"))).message());
    }

    @Test
    void aWrongSignatureTellsWhatShouldHaveBeenSigned() {
        Refused refused =
                refused(SUITE.check(request("GET", "/other?b=2&a=1", authorization("host;x-amz-date", VANILLA)), NOW));
        assertEquals(Kind.INVALID, refused.kind());
        assertEquals(
                """
                The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.

                The Canonical String for this request should have been
                'GET
                /other
                a=1&b=2
                host:example.amazonaws.com
                x-amz-date:20150830T123600Z

                host;x-amz-date
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

                The String-to-Sign should have been
                'AWS4-HMAC-SHA256
                20150830T123600Z
                20150830/us-east-1/service/aws4_request
                %s'
                """.formatted(refused.message().strip().replaceAll("(?s).*\\n(.{64})'$", "$1")), refused.message());
    }

    @Test
    void changedBodyMethodOrHeaderIsRefused() {
        HttpRequest good = vanilla();
        var body = new HttpRequest("GET", "/", good.headers(), Body.utf8("x"), "");
        var method = new HttpRequest("DELETE", "/", good.headers(), Body.EMPTY, "");
        var host = new HttpRequest(
                "GET",
                "/",
                good.headers().toBuilder().set("Host", "evil.example").build(),
                Body.EMPTY,
                "");
        for (HttpRequest changed : List.of(body, method, host)) {
            assertEquals(Kind.INVALID, refused(SUITE.check(changed, NOW)).kind());
        }
    }

    @Test
    void whatIsMissingIsNamedInAwssWords() {
        assertInstanceOf(
                SignatureResult.Absent.class,
                SUITE.check(new HttpRequest("GET", "/", Headers.NONE, Body.EMPTY, ""), NOW));
        assertEquals(
                "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'.",
                refused(SUITE.check(request("GET", "/", "Bearer abc"), NOW)).message());
        var basic = new HttpRequest("GET", "/", Headers.of("Authorization", "Basic dTpw="), Body.EMPTY, "");
        assertEquals(
                "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=Basic dTpw=",
                refused(SUITE.check(basic, NOW)).message());
        assertEquals(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'AKIDEXAMPLE'",
                refused(SUITE.check(
                                request(
                                        "GET",
                                        "/",
                                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE, SignedHeaders=host, Signature=0"),
                                NOW))
                        .message());
        assertEquals(
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
                refused(SUITE.check(request("GET", "/", authorization("x-amz-date", VANILLA)), NOW))
                        .message());
    }

    @Test
    void theScopeMustBeThisRegionServiceAndDay() {
        var elsewhere = new SignatureCheck("eu-west-1", "service", List.of(USER));
        assertEquals(
                "Credential should be scoped to a valid region, not 'us-east-1'. ",
                refused(elsewhere.check(vanilla(), NOW)).message());
        var other = new SignatureCheck("us-east-1", "execute-api", List.of(USER));
        assertEquals(
                "Credential should be scoped to correct service: 'execute-api'. ",
                refused(other.check(vanilla(), NOW)).message());
        HttpRequest yesterday =
                request("GET", "/", authorization("host;x-amz-date", VANILLA).replace("/20150830/", "/20150829/"));
        assertTrue(refused(SUITE.check(yesterday, NOW))
                .message()
                .endsWith("'20150829' != '20150830', from '20150830T123600Z'."));
    }

    @Test
    void anUnknownKeyAndAWrongTokenAreTheSameToTheClient() {
        var nobody = new SignatureCheck("us-east-1", "service", List.of());
        var temporary = new IamUser(
                USER.userName(),
                USER.accessKeyId(),
                USER.secretAccessKey(),
                List.of(),
                Optional.empty(),
                Optional.of(new IamUser.Session("TOKEN", Optional.of(NOW / 1_000_000_000L))));
        var session = new SignatureCheck("us-east-1", "service", List.of(temporary));
        for (SignatureResult result : List.of(nobody.check(vanilla(), NOW), session.check(vanilla(), NOW))) {
            assertEquals(Kind.UNKNOWN_CREDENTIALS, refused(result).kind());
            assertEquals(
                    "The security token included in the request is invalid.",
                    refused(result).message());
        }
        HttpRequest withToken =
                request("GET", "/", authorization("host;x-amz-date", VANILLA), "X-Amz-Security-Token", "TOKEN");
        assertEquals(Kind.EXPIRED_TOKEN, refused(session.check(withToken, NOW)).kind());
        assertInstanceOf(Genuine.class, session.check(withToken, NOW - 1_000_000_000L));
    }
}
