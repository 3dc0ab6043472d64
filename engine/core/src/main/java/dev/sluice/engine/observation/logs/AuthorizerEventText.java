package dev.sluice.engine.observation.logs;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.journal.Masked;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The event of an authorizer as a log may show it: tokens, keys and cookies are starred. */
final class AuthorizerEventText {
    private static final Set<String> SECRETS =
            Set.of("authorizationtoken", "authorization", "x-api-key", "apikey", "cookie", "x-amz-security-token");

    private AuthorizerEventText() {}

    static String masked(Body event) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(event.utf8());
            mask(tree);
            return tree.toString();
        } catch (JacksonException e) {
            return Masked.of(event.utf8());
        }
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (SECRETS.contains(member.getKey().toLowerCase(Locale.ROOT))) {
                    maskMember(object, member);
                } else {
                    mask(member.getValue());
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(AuthorizerEventText::mask);
        }
    }

    private static void maskMember(ObjectNode object, Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, Masked.atMostHalf(array.get(i).asString("")));
            }
        } else if (value.isString()) {
            object.put(member.getKey(), Masked.atMostHalf(value.asString()));
        }
    }
}
