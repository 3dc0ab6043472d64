package dev.sluice.engine.control;

/** A control operation that cannot be done. Code, status and message are AWS's own; nothing was changed. */
public final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of error it is, by the name AWS clients see. */
    public enum Code {
        BAD_REQUEST("BadRequestException", 400),
        CONFLICT("ConflictException", 409),
        NOT_FOUND("NotFoundException", 404),
        /** A JSON value of a type that the operation's model does not have there. */
        SERIALIZATION("SerializationException", 400),
        /** A value outside what the operation's model allows; found before anything is looked up. */
        VALIDATION("ValidationException", 400);

        private final String text;
        private final int status;

        Code(String text, int status) {
            this.text = text;
            this.status = status;
        }

        /** Name of the error, as clients see it. */
        public String text() {
            return text;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }
    }

    private final Code code;

    private ControlException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public static ControlException badRequest(String message) {
        return new ControlException(Code.BAD_REQUEST, message);
    }

    public static ControlException conflict(String message) {
        return new ControlException(Code.CONFLICT, message);
    }

    public static ControlException notFound(String message) {
        return new ControlException(Code.NOT_FOUND, message);
    }

    public static ControlException serialization(String message) {
        return new ControlException(Code.SERIALIZATION, message);
    }

    /**
     * One value that the operation's model does not allow.
     *
     * @param member name of the input's member
     * @param constraint what it must satisfy, as AWS words it
     */
    public static ControlException validation(String value, String member, String constraint) {
        return new ControlException(
                Code.VALIDATION,
                "1 validation error detected: Value '" + value + "' at '" + member
                        + "' failed to satisfy constraint: Member must satisfy " + constraint);
    }

    /** Several values that the operation's model does not allow: each as the end of its sentence. */
    static ControlException validations(java.util.List<String> errors) {
        String start =
                errors.size() == 1 ? "1 validation error detected: " : errors.size() + " validation errors detected: ";
        return new ControlException(Code.VALIDATION, start + String.join("; ", errors));
    }

    public Code code() {
        return code;
    }
}
