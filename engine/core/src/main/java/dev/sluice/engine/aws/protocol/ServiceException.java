package dev.sluice.engine.aws.protocol;

import dev.sluice.engine.backend.protocol.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What a service refuses: AWS's code and message, and what the error's structure has besides. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient ObjectNode details;

    public ServiceException(String code, String message) {
        this(code, message, Json.object());
    }

    /** @param details members of the error besides {@code message} */
    public ServiceException(String code, String message, ObjectNode details) {
        super(message, null, false, false);
        this.code = code;
        this.details = details;
    }

    /** A member that must be there. */
    public static String required(Optional<String> value, String member, String code) {
        return value.filter(text -> !text.isEmpty())
                .orElseThrow(() -> new ServiceException(
                        code,
                        "1 validation error detected: Value null at '" + member
                                + "' failed to satisfy constraint: Member must not be null"));
    }

    public String code() {
        return code;
    }

    /** The code as the older query protocol has it: without {@code Exception} at the end. */
    public String queryCode() {
        String end = "Exception";
        return code.endsWith(end) ? code.substring(0, code.length() - end.length()) : code;
    }

    /** The error as a structure. */
    public ObjectNode body() {
        ObjectNode body = Json.object().put("__type", code).put("message", String.valueOf(getMessage()));
        body.setAll(details);
        return body;
    }
}
