package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.integration.ProxyEvent;
import dev.sluice.engine.execution.integration.ProxyEventFacts;
import dev.sluice.engine.http.Body;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a Lambda authorizer is called with.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html">
 *     Input to a Lambda authorizer</a>
 */
final class AuthorizerEvent {
    private static final JsonFactory JSON = new JsonFactory();

    private AuthorizerEvent() {}

    /** Exactly three members. */
    static Body token(String token, String methodArn) {
        var bytes = new ByteArrayOutputStream(256 + token.length());
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("type", "TOKEN");
            json.writeStringProperty("methodArn", methodArn);
            json.writeStringProperty("authorizationToken", token);
            json.writeEndObject();
        }
        return Body.of(bytes.toByteArray());
    }

    /** The request as a proxy integration would see it, without its body. */
    static Body request(Exchange exchange, String methodArn) {
        return ProxyEvent.ofAuthorizer(ProxyEventFacts.of(exchange, false), methodArn);
    }
}
