package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The JSON protocols whose operation is named in {@code X-Amz-Target}, and its errors (control-plane section 3.2). */
public final class JsonAnswer {
    private static final String TYPE = "Content-Type";

    private JsonAnswer() {}

    /**
     * Performs the operation of that name.
     *
     * @param contentType {@code application/x-amz-json-1.0} or {@code 1.1}
     */
    public static RestAnswer of(
            Map<String, Operation> operations, String name, String body, String contentType, long nowNanos) {
        Operation operation = operations.get(name);
        if (operation == null) {
            return error(new ServiceException("UnknownOperationException", ""), contentType);
        }
        Optional<ObjectNode> input = body.isBlank() ? Optional.of(Json.object()) : Json.readObject(body);
        if (input.isEmpty()) {
            return error(new ServiceException("SerializationException", "The body is no JSON object."), contentType);
        }
        try {
            String output = Json.write(operation.perform(input.get(), nowNanos));
            return new RestAnswer(200, Headers.of(TYPE, contentType), Body.utf8(output));
        } catch (ServiceException e) {
            return error(e, contentType);
        } catch (ControlException e) {
            return error(new ServiceException(e.code().text(), String.valueOf(e.getMessage())), contentType);
        }
    }

    private static RestAnswer error(ServiceException error, String contentType) {
        return new RestAnswer(
                400,
                Headers.of(TYPE, contentType, "x-amzn-ErrorType", error.code()),
                Body.utf8(Json.write(error.body())));
    }
}
