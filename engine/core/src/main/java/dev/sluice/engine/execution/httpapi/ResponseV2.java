package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.integration.ProxyResponse;
import dev.sluice.engine.execution.integration.ProxyResponse.Malformed;
import dev.sluice.engine.execution.integration.StatusCodes;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a function's payload means in format 2.0 (data-plane section 19): an object with {@code statusCode} is a
 * response; any other JSON is the body of a 200 in {@code application/json}, a text without its quotes. What is not
 * JSON is a mistake. Unknown members of a response are ignored; that is unsure, AWS names none.
 */
final class ResponseV2 {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Headers IN_JSON = Headers.of("Content-Type", "application/json");
    private static final String SHAPE =
            "JSON; with a statusCode it is a response of statusCode, headers, cookies," + " body and isBase64Encoded";

    private ResponseV2() {}

    static ProxyResponse of(Body payload) {
        if (payload.isEmpty()) {
            return new Malformed(SHAPE, "nothing");
        }
        try {
            JsonNode root = JSON.readTree(payload.bytes());
            JsonNode status = root.isObject() ? root.get("statusCode") : null;
            return status == null || status.isNull() ? inferred(root, payload) : response(root, status);
        } catch (JacksonException e) {
            return new Malformed(SHAPE, "text that is not JSON: " + e.getOriginalMessage());
        }
    }

    private static ProxyResponse inferred(JsonNode root, Body payload) {
        return new ProxyResponse.Ok(200, IN_JSON, root.isString() ? Body.utf8(root.asString()) : payload);
    }

    private static ProxyResponse response(JsonNode root, JsonNode status) {
        int code = StatusCodes.of(status);
        if (code == 0) {
            return new Malformed("a statusCode from 100 to 599, as a number or as its digits", "another statusCode");
        }
        Headers.Builder headers = Headers.builder();
        if (!addHeaders(member(root, "headers"), headers)) {
            return new Malformed("headers as an object of texts", "other headers");
        }
        if (!addCookies(member(root, "cookies"), headers)) {
            return new Malformed("cookies as a list of texts", "other cookies");
        }
        return withBody(root, code, headers.build());
    }

    private static ProxyResponse withBody(JsonNode root, int status, Headers headers) {
        JsonNode body = member(root, "body");
        if (body != null && body.isContainer()) {
            return new Malformed("body as a text (JSON.stringify it)", "a body that is an object or a list");
        }
        String text = body == null ? "" : body.asString();
        JsonNode base64 = member(root, "isBase64Encoded");
        if (base64 == null || !base64.asBoolean(false)) {
            return new ProxyResponse.Ok(status, headers, Body.utf8(text));
        }
        try {
            return new ProxyResponse.Ok(
                    status, headers, Body.of(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return new ProxyResponse.Undecodable("the body is not base64: " + e.getMessage());
        }
    }

    private static boolean addHeaders(@Nullable JsonNode node, Headers.Builder headers) {
        if (node == null) {
            return true;
        }
        if (!node.isObject()) {
            return false;
        }
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isArray()) {
                value.forEach(single -> headers.add(entry.getKey(), single.asString("")));
            } else if (!value.isObject()) {
                headers.add(entry.getKey(), value.asString(""));
            }
        });
        return true;
    }

    /** Each cookie is one {@code Set-Cookie}. */
    private static boolean addCookies(@Nullable JsonNode node, Headers.Builder headers) {
        if (node == null) {
            return true;
        }
        if (!node.isArray()) {
            return false;
        }
        node.forEach(cookie -> headers.add("Set-Cookie", cookie.asString("")));
        return true;
    }

    private static @Nullable JsonNode member(JsonNode root, String name) {
        JsonNode node = root.get(name);
        return node == null || node.isNull() ? null : node;
    }
}
