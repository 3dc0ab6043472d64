package dev.sluice.engine.definition;

import java.util.Map;
import java.util.Optional;

/**
 * How the gateway's own answer of one type looks (data-plane section 3.4).
 *
 * @param statusCode absent keeps the type's own
 * @param responseParameters {@code gatewayresponse.header.NAME} to its source
 * @param responseTemplates text with {@code $context}, {@code $stageVariables} and {@code method.request} references,
 *     by content type
 */
public record GatewayResponse(
        Optional<Integer> statusCode, Map<String, String> responseParameters, Map<String, String> responseTemplates) {
    public GatewayResponse {
        responseParameters = Ordered.copyOf(responseParameters);
        responseTemplates = Ordered.copyOf(responseTemplates);
    }
}
