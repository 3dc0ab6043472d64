package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.HttpApi.Authorizer;
import java.util.List;
import java.util.Optional;

/** {@code http-apis/NAME/authorizers/NAME.json}. */
final class HttpApiAuthorizerFile {
    private static final int LONGEST_TTL_SECONDS = 3_600;

    private HttpApiAuthorizerFile() {}

    static Mapping write(Authorizer authorizer) {
        var fields =
                Mapping.builder().put("authorizerId", authorizer.authorizerId()).put("name", authorizer.name());
        return switch (authorizer) {
            case Authorizer.Jwt(var id, var name, String source, String issuer, List<String> audience) ->
                fields.put("authorizerType", "JWT")
                        .put("identitySource", Node.texts(List.of(source)))
                        .put(
                                "jwtConfiguration",
                                Mapping.builder()
                                        .put("issuer", issuer)
                                        .put("audience", Node.texts(audience))
                                        .build())
                        .build();
            case Authorizer.Request request ->
                fields.put("authorizerType", "REQUEST")
                        .put("identitySource", Node.texts(request.identitySource()))
                        .put("authorizerUri", request.authorizerUri())
                        .put(
                                "authorizerPayloadFormatVersion",
                                HttpApiIntegrationFile.text(request.payloadFormatVersion()))
                        .put("enableSimpleResponses", request.enableSimpleResponses())
                        .put("authorizerResultTtlInSeconds", request.resultTtlInSeconds())
                        .build();
        };
    }

    static Optional<Authorizer> read(Fields fields) {
        Optional<String> id = fields.requiredText("authorizerId");
        Optional<String> name = fields.requiredText("name");
        Optional<String> type = fields.requiredText("authorizerType");
        List<String> sources = fields.textItems("identitySource");
        if (id.isEmpty() || name.isEmpty() || type.isEmpty()) {
            fields.done();
            return Optional.empty();
        }
        Optional<Authorizer> authorizer = switch (type.get()) {
            case "JWT" -> jwt(fields, id.get(), name.get(), sources);
            case "REQUEST" -> request(fields, id.get(), name.get(), sources);
            default -> {
                fields.error(
                        "authorizerType", "\"authorizerType\" is \"" + type.get() + "\" but must be JWT or REQUEST.");
                yield Optional.empty();
            }
        };
        fields.done();
        return authorizer;
    }

    private static Optional<Authorizer> jwt(Fields fields, String id, String name, List<String> sources) {
        Fields configuration = fields.fields("jwtConfiguration");
        Optional<String> issuer = configuration.requiredText("issuer");
        List<String> audience = configuration.textItems("audience");
        configuration.done();
        String source = sources.isEmpty() ? "$request.header.Authorization" : sources.getFirst();
        return issuer.map(text -> new Authorizer.Jwt(id, name, source, text, audience));
    }

    private static Optional<Authorizer> request(Fields fields, String id, String name, List<String> sources) {
        Optional<String> uri = fields.requiredText("authorizerUri");
        var format = HttpApiIntegrationFile.payloadFormatVersion(fields, "authorizerPayloadFormatVersion");
        boolean simple = fields.flag("enableSimpleResponses").orElse(false);
        int ttl = fields.whole("authorizerResultTtlInSeconds", 0, LONGEST_TTL_SECONDS)
                .map(Long::intValue)
                .orElse(0);
        return uri.map(text -> new Authorizer.Request(id, name, sources, text, format, simple, ttl));
    }
}
