package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.HttpApi.Integration;
import dev.sluice.engine.definition.HttpApi.IntegrationType;
import dev.sluice.engine.definition.HttpApi.PayloadFormatVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code http-apis/NAME/integrations/ID.json}. */
final class HttpApiIntegrationFile {
    private static final int SHORTEST_TIMEOUT_MILLIS = 50;

    private HttpApiIntegrationFile() {}

    static Mapping write(Integration integration) {
        var responses = Mapping.builder();
        integration.responseParameters().forEach((status, parameters) -> responses.put(status, Node.texts(parameters)));
        var fields = Mapping.builder()
                .put("integrationId", integration.integrationId())
                .put("integrationType", integration.integrationType().name())
                .putUnlessEmpty("integrationMethod", integration.integrationMethod())
                .put("integrationUri", integration.integrationUri())
                .put("payloadFormatVersion", text(integration.payloadFormatVersion()));
        integration
                .connectionId()
                .ifPresent(id -> fields.put("connectionType", "VPC_LINK").put("connectionId", id));
        integration.credentialsArn().ifPresent(arn -> fields.put("credentialsArn", arn));
        return fields.putUnlessEmpty("requestParameters", Node.texts(integration.requestParameters()))
                .putUnlessEmpty("responseParameters", responses.build())
                .put("timeoutInMillis", integration.timeoutInMillis())
                .build();
    }

    static Optional<Integration> read(Fields fields) {
        Optional<String> id = fields.requiredText("integrationId");
        if (fields.node("integrationType").isEmpty()) {
            fields.error("integrationType", "\"integrationType\" is missing: AWS_PROXY or HTTP_PROXY.");
        }
        Optional<IntegrationType> type = fields.constant("integrationType", IntegrationType.class);
        String method = fields.text("integrationMethod").orElse("");
        Optional<String> uri = fields.requiredText("integrationUri");
        PayloadFormatVersion format = payloadFormatVersion(fields, "payloadFormatVersion");
        fields.text("connectionType");
        Optional<String> connectionId = fields.text("connectionId");
        Optional<String> credentials = fields.text("credentialsArn");
        Map<String, String> request = fields.texts("requestParameters");
        HttpApiParameters.check(request, fields.fields("requestParameters"), true);
        Map<String, Map<String, String>> responses = responses(fields);
        int timeout = fields.whole("timeoutInMillis", SHORTEST_TIMEOUT_MILLIS, Integration.LONGEST_TIMEOUT_MILLIS)
                .map(Long::intValue)
                .orElse(Integration.LONGEST_TIMEOUT_MILLIS);
        fields.done();
        return id.isEmpty() || type.isEmpty() || uri.isEmpty()
                ? Optional.empty()
                : Optional.of(new Integration(
                        id.get(),
                        type.get(),
                        method,
                        uri.get(),
                        format,
                        connectionId,
                        credentials,
                        request,
                        responses,
                        timeout));
    }

    private static Map<String, Map<String, String>> responses(Fields integration) {
        var responses = new LinkedHashMap<String, Map<String, String>>();
        integration.namedFields("responseParameters").forEach((status, fields) -> {
            Map<String, String> parameters =
                    integration.fields("responseParameters").texts(status);
            HttpApiParameters.check(parameters, fields, false);
            responses.put(status, parameters);
        });
        return responses;
    }

    static String text(PayloadFormatVersion version) {
        return switch (version) {
            case V1_0 -> "1.0";
            case V2_0 -> "2.0";
        };
    }

    /** 1.0 where nothing is said, as AWS has it. */
    static PayloadFormatVersion payloadFormatVersion(Fields fields, String name) {
        String text = fields.text(name).orElse("1.0");
        if (!text.equals("1.0") && !text.equals("2.0")) {
            fields.error(name, "\"" + name + "\" is \"" + text + "\" but must be \"1.0\" or \"2.0\".");
        }
        return text.equals("2.0") ? PayloadFormatVersion.V2_0 : PayloadFormatVersion.V1_0;
    }
}
