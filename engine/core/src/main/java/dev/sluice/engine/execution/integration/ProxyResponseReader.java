package dev.sluice.engine.execution.integration;

import dev.sluice.engine.execution.integration.ProxyResponse.Malformed;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a function's payload; the first thing that is wrong decides. */
final class ProxyResponseReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SHAPE = "a JSON object with statusCode, headers, multiValueHeaders, body and"
            + " isBase64Encoded, each of them optional";

    private final Optional<String> accept;
    private final BinaryMediaTypes binaryMediaTypes;

    ProxyResponseReader(Optional<String> accept, BinaryMediaTypes binaryMediaTypes) {
        this.accept = accept;
        this.binaryMediaTypes = binaryMediaTypes;
    }

    ProxyResponse read(Body payload) {
        try {
            JsonNode root = payload.isEmpty() ? null : JSON.readTree(payload.bytes());
            return root != null && root.isObject()
                    ? response(root)
                    : new Malformed(SHAPE, root == null ? "nothing" : kind(root));
        } catch (JacksonException e) {
            return new Malformed(SHAPE, "text that is not JSON: " + e.getOriginalMessage());
        } catch (Wrong e) {
            return e.malformed;
        }
    }

    private ProxyResponse response(JsonNode root) throws Wrong {
        for (String name : root.propertyNames()) {
            switch (name) {
                case "statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded" -> {}
                default -> throw new Wrong(SHAPE, "an object with the unknown member '" + shortened(name) + "'");
            }
        }
        int status = status(member(root, "statusCode"));
        Headers headers = headers(member(root, "multiValueHeaders"), member(root, "headers"));
        String body = body(member(root, "body"));
        boolean base64 = base64(member(root, "isBase64Encoded"));
        if (!base64 || !binaryMediaTypes.matchesAccept(accept)) {
            return new ProxyResponse.Ok(status, headers, Body.utf8(body));
        }
        try {
            return new ProxyResponse.Ok(
                    status, headers, Body.of(Base64.getDecoder().decode(body)));
        } catch (IllegalArgumentException e) {
            return new ProxyResponse.Undecodable("the body is not base64: " + e.getMessage());
        }
    }

    private static int status(@Nullable JsonNode node) throws Wrong {
        if (node == null) {
            return 200;
        }
        int status = StatusCodes.of(node);
        if (status == 0) {
            throw new Wrong("a statusCode from 100 to 599, as a number or as its digits", "statusCode " + kind(node));
        }
        return status;
    }

    /** Multi values first, then the single one; a name in both has the case of multiValueHeaders (recorded). */
    private static Headers headers(@Nullable JsonNode multi, @Nullable JsonNode single) throws Wrong {
        if (multi == null && single == null) {
            return Headers.NONE;
        }
        Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (multi != null) {
            require(multi.isObject(), "multiValueHeaders as an object of lists", "multiValueHeaders ", multi);
            for (Map.Entry<String, JsonNode> entry : multi.properties()) {
                String where = "multiValueHeaders." + shortened(entry.getKey()) + " ";
                require(entry.getValue().isArray(), "a list of values for each header", where, entry.getValue());
                for (JsonNode value : entry.getValue()) {
                    add(entry.getKey(), scalar(value, where), spelling, values);
                }
            }
        }
        if (single != null) {
            require(single.isObject(), "headers as an object", "headers ", single);
            for (Map.Entry<String, JsonNode> entry : single.properties()) {
                String where = "headers." + shortened(entry.getKey()) + " ";
                add(entry.getKey(), scalar(entry.getValue(), where), spelling, values);
            }
        }
        Headers.Builder headers = Headers.builder();
        values.forEach((name, all) -> all.forEach(value -> headers.add(name, value)));
        return headers.build();
    }

    private static void add(String name, String value, Map<String, String> spelling, Map<String, List<String>> values) {
        String spelled = spelling.computeIfAbsent(name, first -> first);
        values.computeIfAbsent(spelled, ignored -> new ArrayList<>(1)).add(value);
    }

    private static String scalar(JsonNode value, String where) throws Wrong {
        require(!value.isContainer(), "a text, number or truth value for each header", where, value);
        return value.isNull() ? "" : value.asString();
    }

    private static String body(@Nullable JsonNode node) throws Wrong {
        if (node == null) {
            return "";
        }
        require(node.isString(), "body as a text (JSON.stringify it)", "body ", node);
        return node.asString();
    }

    private static boolean base64(@Nullable JsonNode node) throws Wrong {
        if (node == null) {
            return false;
        }
        require(node.isBoolean(), "isBase64Encoded as true or false", "isBase64Encoded ", node);
        return node.asBoolean();
    }

    private static @Nullable JsonNode member(JsonNode root, String name) {
        JsonNode node = root.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private static void require(boolean right, String expected, String where, JsonNode got) throws Wrong {
        if (!right) {
            throw new Wrong(expected, where + kind(got));
        }
    }

    /** What a value is, for a sentence. */
    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "the text \"" + shortened(node.asString()) + "\"";
            case NUMBER -> "the number " + shortened(node.asString());
            case BOOLEAN -> node.asString();
            case NULL -> "null";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case MISSING, BINARY, POJO -> "nothing";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Malformed malformed;

        Wrong(String expected, String got) {
            super(expected, null, false, false);
            malformed = new Malformed(expected, got);
        }
    }
}
