package dev.sluice.engine.execution.integration;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.List;
import java.util.Map;

/**
 * What mapping has made of a method request, before an integration type makes an endpoint request of it.
 *
 * @param headers one value each
 * @param query all values of each name, in order
 * @param path values for <code>{name}</code> in the URI
 * @param body rendered template or converted body
 */
record MappedRequest(
        Map<String, String> headers, Map<String, List<String>> query, Map<String, String> path, Body body) {

    Headers asHeaders() {
        var lines = Headers.builder();
        headers.forEach(lines::add);
        return lines.build();
    }
}
