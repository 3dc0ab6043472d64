package dev.sluice.engine.aws.apigateway;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.StableId;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.ApiNotes;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** REST APIs as AWS's clients read them: what is not set has no member (recorded). */
final class ApiResponses {
    private ApiResponses() {}

    static ObjectNode api(RestApi api) {
        ApiDefinition draft = api.draft();
        ApiNotes notes = api.notes();
        ObjectNode json = Json.object()
                .put("id", api.id())
                .put("name", api.name())
                .put("createdDate", notes.createdDate())
                .put("apiKeySource", draft.apiKeySource().name())
                .put("disableExecuteApiEndpoint", notes.disableExecuteApiEndpoint())
                .put(
                        "rootResourceId",
                        draft.resource("/").map(Resource::id).orElseGet(() -> StableId.ofResource(api.id(), "/")));
        StageResponses.putUnlessEmpty(json, "description", draft.description());
        StageResponses.putUnlessEmpty(json, "version", draft.version());
        putUnlessEmpty(json, "binaryMediaTypes", draft.binaryMediaTypes());
        draft.minimumCompressionSize().ifPresent(size -> json.put("minimumCompressionSize", size));
        draft.policy().ifPresent(policy -> json.put("policy", policy));
        ObjectNode endpoint = json.putObject("endpointConfiguration");
        endpoint.putArray("types").add(notes.endpointType().name());
        endpoint.put("ipAddressType", notes.ipAddressType());
        putUnlessEmpty(endpoint, "vpcEndpointIds", notes.vpcEndpointIds());
        StageResponses.putUnlessEmpty(json, "tags", notes.tags());
        return json;
    }

    /** UpdateRestApi always has tags (recorded). */
    static ObjectNode updated(RestApi api) {
        ObjectNode json = api(api);
        if (!json.has("tags")) {
            json.putObject("tags");
        }
        return json;
    }

    static void putUnlessEmpty(ObjectNode json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode items = json.putArray(name);
            texts.forEach(items::add);
        }
    }
}
