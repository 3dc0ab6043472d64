package dev.sluice.engine.backend.protocol;

/** A service's refusal: what it calls it, why, and under which status. */
public final class ServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String queryCode;
    private final int status;

    /**
     * A refusal that the query protocol calls otherwise, as SQS has some.
     *
     * @param status HTTP status, 400 or above
     */
    public ServiceException(String code, String queryCode, int status, String message) {
        super(message, null, false, false);
        this.code = code;
        this.queryCode = queryCode;
        this.status = status;
    }

    /** A refusal of the sender's request, 400. */
    public static ServiceException of(String code, String message) {
        return new ServiceException(code, code, 400, message);
    }

    public String code() {
        return code;
    }

    public String queryCode() {
        return queryCode;
    }

    public int status() {
        return status;
    }

    public String reason() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
