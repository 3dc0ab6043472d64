package dev.sluice.engine.definition;

/** The kinds of answer that the gateway makes itself, with AWS's default status (data-plane section 3.1, recorded). */
public enum GatewayResponseType {
    REQUEST_TOO_LARGE(413, "BadRequestException"),
    RESOURCE_NOT_FOUND(404, "NotFoundException"),
    AUTHORIZER_CONFIGURATION_ERROR(500, "AuthorizerConfigurationException"),
    MISSING_AUTHENTICATION_TOKEN(403, "MissingAuthenticationTokenException"),
    BAD_REQUEST_BODY(400, "BadRequestException"),
    INVALID_SIGNATURE(403, "InvalidSignatureException"),
    INVALID_API_KEY(403, "ForbiddenException"),
    BAD_REQUEST_PARAMETERS(400, "BadRequestException"),
    AUTHORIZER_FAILURE(500, "AuthorizerFailureException"),
    UNAUTHORIZED(401, "UnauthorizedException"),
    INTEGRATION_TIMEOUT(504, "InternalServerErrorException"),
    ACCESS_DENIED(403, "AccessDeniedException"),
    DEFAULT_4XX(400, "BadRequestException"),
    DEFAULT_5XX(500, "InternalServerErrorException"),
    WAF_FILTERED(403, "ForbiddenException"),
    QUOTA_EXCEEDED(429, "LimitExceededException"),
    THROTTLED(429, "TooManyRequestsException"),
    API_CONFIGURATION_ERROR(500, "InternalServerErrorException"),
    UNSUPPORTED_MEDIA_TYPE(415, "BadRequestException"),
    INTEGRATION_FAILURE(504, "InternalServerErrorException"),
    EXPIRED_TOKEN(403, "ExpiredTokenException");

    private final int defaultStatus;
    private final String errorType;

    GatewayResponseType(int defaultStatus, String errorType) {
        this.defaultStatus = defaultStatus;
        this.errorType = errorType;
    }

    /** Status while neither the type nor its DEFAULT_ pair is customised. */
    public int defaultStatus() {
        return defaultStatus;
    }

    /** Value of {@code x-amzn-ErrorType}. */
    public String errorType() {
        return errorType;
    }
}
