package dev.sluice.engine.execution.token;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The claims of a token that was found good, in the token's order. */
public record Claims(JsonNode json) {

    /** A claim that is text; empty if it is missing or something else. */
    public Optional<String> text(String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isString).map(JsonNode::asString);
    }

    /** A claim that is one text or a list of texts. */
    public List<String> texts(String name) {
        JsonNode claim = json.path(name);
        if (claim.isString()) {
            return List.of(claim.asString());
        }
        return claim.isArray()
                ? claim.valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList()
                : List.of();
    }

    /** A claim that is a time, in seconds since 1970-01-01T00:00Z, fractions dropped. */
    public OptionalLong seconds(String name) {
        JsonNode claim = json.path(name);
        return claim.isNumber() ? OptionalLong.of((long) Math.floor(claim.asDouble())) : OptionalLong.empty();
    }

    /** What the token may be used for: {@code scope}, divided by spaces, or {@code scp}. */
    public List<String> scopes() {
        List<String> scopes = texts("scope");
        return (scopes.isEmpty() ? texts("scp") : scopes)
                .stream()
                        .flatMap(text -> Arrays.stream(text.split(" ")))
                        .filter(scope -> !scope.isEmpty())
                        .toList();
    }

    /** Whom the token is for: {@code aud}, or {@code client_id} where there is none, as access tokens of Cognito. */
    public List<String> audience() {
        List<String> audience = texts("aud");
        return audience.isEmpty() ? texts("client_id") : audience;
    }

    /** Every claim by name. */
    public Iterable<Map.Entry<String, JsonNode>> all() {
        return json.properties();
    }
}
