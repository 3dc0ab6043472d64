package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.usageplans.UsagePlanKeyOperations;
import dev.sluice.engine.definition.ApiKey;
import tools.jackson.databind.node.ObjectNode;

/** API keys as AWS's clients read them, by themselves and in a usage plan. */
final class ApiKeyResponses {
    private ApiKeyResponses() {}

    /** @param withValue whether the value is shown: on creation, and when asked for */
    static ObjectNode key(ApiKey key, boolean withValue) {
        ObjectNode json = Json.object().put("id", key.id());
        if (withValue) {
            json.put("value", key.value());
        }
        StageResponses.putUnlessEmpty(json, "name", key.name());
        StageResponses.putUnlessEmpty(json, "description", key.details().description());
        StageResponses.putUnlessEmpty(json, "customerId", key.details().customerId());
        json.put("enabled", key.enabled())
                .put("createdDate", key.details().createdDate())
                .put("lastUpdatedDate", key.details().lastUpdatedDate());
        key.details().stageKeys().forEach(json.putArray("stageKeys")::add);
        StageResponses.putUnlessEmpty(json, "tags", key.details().tags());
        return json;
    }

    /** A key that was updated always has {@code tags} (recorded). */
    static ObjectNode updated(ApiKey key) {
        ObjectNode json = key(key, false);
        if (key.details().tags().isEmpty()) {
            json.putObject("tags");
        }
        return json;
    }

    static ObjectNode planKey(ApiKey key) {
        ObjectNode json = Json.object()
                .put("id", key.id())
                .put("type", UsagePlanKeyOperations.KEY_TYPE)
                .put("value", key.value());
        StageResponses.putUnlessEmpty(json, "name", key.name());
        return json;
    }
}
