package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.control.PatchOperation;
import dev.sluice.engine.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request of the REST protocol, taken apart.
 *
 * @param labels values of the template's names, decoded
 * @param query parameters in order, decoded
 * @param nowNanos nanoseconds since 1970-01-01T00:00Z
 */
public record RestCall(
        HttpRequest request, Map<String, String> labels, Map<String, List<String>> query, long nowNanos) {

    /** Seconds since 1970: how the control plane dates things. */
    public long nowSeconds() {
        return nowNanos / 1_000_000_000L;
    }

    public String label(String name) {
        return labels.getOrDefault(name, "");
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body's JSON object; an empty one if there is no body. */
    public ObjectNode body() {
        String text = request.body().utf8();
        if (text.isBlank()) {
            return Json.object();
        }
        return Json.readObject(text)
                .orElseThrow(() -> ControlException.serialization("The request body is not a JSON object."));
    }

    /** {@code patchOperations} of the body, checked against the operations that AWS knows. */
    public List<PatchOperation> patches(String input) {
        var patches = new ArrayList<PatchOperation>();
        for (JsonNode patch : body().path("patchOperations")) {
            patches.add(new PatchOperation(
                    Member.text(patch, "op").orElse(""),
                    Member.text(patch, "path"),
                    Member.text(patch, "value"),
                    Member.text(patch, "from")));
        }
        PatchOperation.check(patches, input);
        return patches;
    }

    /** The query as a map to first values, without the named ones. */
    public Map<String, String> parametersBut(String... names) {
        var rest = new LinkedHashMap<String, String>();
        query.forEach((name, values) -> {
            if (!List.of(names).contains(name) && !values.isEmpty()) {
                rest.put(name, values.getFirst());
            }
        });
        return rest;
    }
}
