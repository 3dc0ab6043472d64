package dev.sluice.engine.control.openapi;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.definition.GatewayResponse;
import dev.sluice.engine.definition.GatewayResponseType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code x-amazon-apigateway-gateway-responses}. */
final class ReadGatewayResponses {
    private final Reading reading;

    ReadGatewayResponses(Reading reading) {
        this.reading = reading;
    }

    Map<GatewayResponseType, GatewayResponse> responses(Fields byType) {
        var responses = new LinkedHashMap<GatewayResponseType, GatewayResponse>();
        for (String name : byType.mapping().members().keySet()) {
            Optional<GatewayResponseType> type = Arrays.stream(GatewayResponseType.values())
                    .filter(known -> known.name().equals(name))
                    .findFirst();
            if (type.isEmpty()) {
                byType.error(name, "\"" + name + "\" is no gateway response type. It was left out.");
            } else {
                byType.node(name)
                        .flatMap(node -> reading.object(node, byType.path(name)))
                        .ifPresent(fields -> responses.put(type.get(), response(fields)));
            }
        }
        return responses;
    }

    private static GatewayResponse response(Fields fields) {
        Optional<String> status = fields.text("statusCode").filter(text -> isValid(text, fields));
        var response = new GatewayResponse(
                status.map(Integer::valueOf), fields.texts("responseParameters"), fields.texts("responseTemplates"));
        fields.done();
        return response;
    }

    private static boolean isValid(String text, Fields fields) {
        boolean valid = StatusCode.isValid(text);
        if (!valid) {
            fields.error("statusCode", "\"" + text + "\" is no status code from 100 to 599; the type keeps its own.");
        }
        return valid;
    }
}
