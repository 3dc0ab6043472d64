package dev.sluice.engine.conformance;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A case's request as a client sends it: exactly the listed headers, with a Host and the length of its body. */
record CaseRequest(String method, String target, Headers headers, Body body) {

    /** @param stage the stage of the case, {@code $default} for none in the path */
    static CaseRequest of(JsonNode request, String stage, String host) {
        Body body = body(request.path("body"));
        return new CaseRequest(
                request.path("method").asString(),
                target(request, request.path("stageOverride").asString(stage)),
                headers(request.path("headers"), request.path("host").asString(host), body),
                body);
    }

    private static String target(JsonNode request, String stage) {
        if (request.has("rawTarget")) {
            return request.path("rawTarget").asString().replace("{stage}", stage);
        }
        String query = request.path("query").asString("");
        boolean isPrefixed = !request.has("host") && !stage.equals("$default");
        return (isPrefixed ? "/" + stage : "") + request.path("path").asString() + (query.isEmpty() ? "" : "?" + query);
    }

    private static Headers headers(JsonNode listed, String host, Body body) {
        var headers = Headers.builder();
        if (!has(listed, "host")) {
            headers.add("Host", host);
        }
        listed.properties().forEach(header -> {
            JsonNode value = header.getValue();
            if (value.isArray()) {
                value.forEach(one -> headers.add(header.getKey(), one.asString()));
            } else if (!value.isObject()) {
                headers.add(header.getKey(), value.asString());
            }
        });
        if (!body.isEmpty() && !has(listed, "content-length") && !has(listed, "transfer-encoding")) {
            headers.add("Content-Length", Integer.toString(body.length()));
        }
        return headers.build();
    }

    /** Whether the header is listed with a value; {@code {"omit": true}} makes sure that it is not sent. */
    private static boolean has(JsonNode listed, String name) {
        return listed.properties().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase(name)
                        && !header.getValue().isObject());
    }

    private static Body body(JsonNode body) {
        if (body.isString()) {
            return Body.utf8(body.asString());
        }
        if (body.has("text")) {
            return Body.utf8(body.path("text").asString());
        }
        if (body.has("base64")) {
            return Body.of(Base64.getDecoder().decode(body.path("base64").asString()));
        }
        if (body.has("generate")) {
            byte[] bytes = new byte[body.path("generate").path("length").asInt()];
            Arrays.fill(
                    bytes,
                    HexFormat.of().parseHex(body.path("generate").path("byte").asString())[0]);
            return Body.of(bytes);
        }
        return Body.EMPTY;
    }

    HttpRequest withoutWire() {
        return new HttpRequest(method, target, headers, body, "127.0.0.1");
    }

    byte[] onTheWire() {
        var text = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        text.append("\r\n");
        var bytes = new ByteArrayOutputStream(text.length() + body.length());
        bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        boolean isChunked = headers.first("Transfer-Encoding").equals(Optional.of("chunked"));
        if (isChunked && !body.isEmpty()) {
            bytes.writeBytes((Integer.toHexString(body.length()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            bytes.writeBytes(body.bytes());
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            bytes.writeBytes(body.bytes());
        }
        if (isChunked) {
            bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }
}
