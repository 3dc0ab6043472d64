package dev.sluice.engine.execution.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sluice.engine.definition.Integration.Type;
import dev.sluice.engine.execution.integration.ForwardedHeaders.Own;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The recorded header tables (data-plane sections 10.1, 10.2 and 10.6). */
class HeaderTablesTest {
    private static final Own OWN = new Own("backend:8080", "Root=1-2-3", "api1234567");
    private static final Headers CLIENT = Headers.of(
            "Accept",
            "application/xml",
            "User-Agent",
            "curl",
            "Content-Type",
            "application/json",
            "Host",
            "api",
            "Via",
            "p",
            "Content-Encoding",
            "br",
            "TE",
            "deflate",
            "Connection",
            "close",
            "x-One",
            "1",
            "Max-Forwards",
            "2",
            "Referer",
            "r",
            "Authorization",
            "a");

    @Test
    void httpSendsDefaultsAndTheMappedHeadersOnly() {
        assertEquals(
                Headers.of(
                        "Host",
                        "backend:8080",
                        "Accept",
                        "application/json",
                        "User-Agent",
                        "AmazonAPIGateway_api1234567",
                        "X-Amzn-Trace-Id",
                        "Root=1-2-3",
                        "X-Amzn-Apigateway-Api-Id",
                        "api1234567"),
                ForwardedHeaders.forHttp("GET", CLIENT, Headers.NONE, OWN));
        assertEquals(
                Optional.of("application/json"),
                ForwardedHeaders.forHttp("POST", CLIENT, Headers.NONE, OWN).first("Content-Type"));
    }

    @Test
    void mappedHeadersReplaceDefaultsEvenRareOnes() {
        Headers mapped = Headers.of(
                "Accept",
                "text/html",
                "Content-MD5",
                "m",
                "Max-Forwards",
                "2",
                "Server",
                "s",
                "Trailer",
                "t",
                "Upgrade",
                "u",
                "WWW-Authenticate",
                "w",
                "Content-Encoding",
                "compress",
                "User-Agent",
                "Override-Agent",
                "TE",
                "x",
                "Via",
                "x",
                "Expect",
                "x",
                "Proxy-Authenticate",
                "x");
        Headers sent = ForwardedHeaders.forHttp("GET", CLIENT, mapped, OWN);
        for (String name : List.of(
                "Accept",
                "Content-MD5",
                "Max-Forwards",
                "Server",
                "Trailer",
                "Upgrade",
                "WWW-Authenticate",
                "Content-Encoding",
                "User-Agent")) {
            assertEquals(mapped.all(name), sent.all(name), name);
        }
        for (String name : List.of("TE", "Via", "Expect", "Proxy-Authenticate")) {
            assertFalse(sent.contains(name), name);
        }
    }

    @Test
    void httpProxyPassesTheClientsHeadersButForTheList() {
        Headers sent = ForwardedHeaders.forHttpProxy(CLIENT, Headers.of("X-ONE", "mapped"), OWN);
        for (String name : List.of("Via", "Content-Encoding", "TE", "Connection", "Max-Forwards")) {
            assertFalse(sent.contains(name), name);
        }
        assertEquals(List.of("backend:8080"), sent.all("Host"));
        assertEquals(List.of("mapped"), sent.all("x-one"));
        assertEquals(List.of("curl"), sent.all("User-Agent"));
        assertEquals(List.of("a"), sent.all("Authorization"));
        assertEquals(List.of("Root=1-2-3"), sent.all("X-Amzn-Trace-Id"));
    }

    @Test
    void templatesDoNotSeeTheHeadersThatGoNowhere() {
        Map<String, String> visible = ForwardedHeaders.forTemplates(CLIENT);
        assertEquals("curl", visible.get("User-Agent"));
        assertEquals("br", visible.get("Content-Encoding"));
        for (String name : List.of("Connection", "TE", "Max-Forwards")) {
            assertFalse(visible.containsKey(name), name);
        }
    }

    @Test
    void someHeadersMustNotBeMappedAndMoreOfThemForFunctions() {
        for (Type type : Type.values()) {
            assertTrue(IllegalHeaders.isIllegal(type, "content-length"), type.name());
            assertTrue(IllegalHeaders.isIllegal(type, "Transfer-Encoding"), type.name());
        }
        for (String name : List.of("Authorization", "Connection", "Expect", "Proxy-Authenticate", "TE")) {
            assertTrue(IllegalHeaders.isIllegal(Type.AWS_PROXY, name), name);
            assertFalse(IllegalHeaders.isIllegal(Type.HTTP, name), name);
        }
        assertEquals(
                Optional.of("TE"),
                IllegalHeaders.first(Type.AWS_PROXY, Map.of("integration.request.header.TE", "'x'")));
        assertEquals(
                Optional.empty(),
                IllegalHeaders.first(Type.AWS_PROXY, Map.of("integration.request.querystring.TE", "'x'")));
    }

    @Test
    void mappedResponseHeadersOfTheListAreRenamed() {
        for (String name : List.of(
                "Authorization",
                "Connection",
                "Content-Length",
                "Content-MD5",
                "Date",
                "Expect",
                "Host",
                "Max-Forwards",
                "Proxy-Authenticate",
                "Server",
                "Trailer",
                "Upgrade",
                "User-Agent",
                "WWW-Authenticate")) {
            assertEquals(Optional.of("x-amzn-Remapped-" + name), RemappedHeaders.whenMapped(name));
        }
        for (String name : List.of(
                "Accept",
                "Accept-Charset",
                "Age",
                "Content-Encoding",
                "Content-Type",
                "Pragma",
                "Range",
                "Referer",
                "TE",
                "Via",
                "Warn",
                "foo")) {
            assertEquals(Optional.of(name), RemappedHeaders.whenMapped(name));
        }
        assertEquals(Optional.empty(), RemappedHeaders.whenMapped("transfer-encoding"));
    }

    @Test
    void anHttpProxyEndpointsHeadersPassRenamedOrAreDropped() {
        assertEquals(
                Headers.of(
                        "x-amzn-Remapped-Date",
                        "d",
                        "x-amzn-Remapped-x-amzn-RequestId",
                        "i",
                        "X-Own",
                        "1",
                        "X-Own",
                        "2",
                        "Content-Type",
                        "t"),
                RemappedHeaders.fromHttpProxy(Headers.of(
                        "Date",
                        "d",
                        "x-amzn-RequestId",
                        "i",
                        "X-Own",
                        "1",
                        "X-Own",
                        "2",
                        "Via",
                        "v",
                        "Transfer-Encoding",
                        "chunked",
                        "Content-Type",
                        "t")));
    }
}
