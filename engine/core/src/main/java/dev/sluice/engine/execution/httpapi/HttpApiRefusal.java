package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;

/** The few things an HTTP API says itself: it has no gateway responses to customise (data-plane section 19). */
public final class HttpApiRefusal {
    private HttpApiRefusal() {}

    /** 404: no such stage or route. */
    public static Verdict notFound(Cause cause) {
        return Verdict.refuse(GatewayResponseType.RESOURCE_NOT_FOUND, "Not Found", cause);
    }

    /** 401: no identity, or one that does not count. */
    static Verdict unauthorized(Cause cause) {
        return Verdict.refuse(GatewayResponseType.UNAUTHORIZED, "Unauthorized", cause);
    }

    /** 403: a known caller may not. */
    static Verdict forbidden(Cause cause) {
        return Verdict.refuse(GatewayResponseType.ACCESS_DENIED, "Forbidden", cause);
    }

    static Verdict tooManyRequests(Cause cause) {
        return Verdict.refuse(GatewayResponseType.THROTTLED, "Too Many Requests", cause);
    }

    static Verdict requestTooLong(Cause cause) {
        return Verdict.refuse(GatewayResponseType.REQUEST_TOO_LARGE, "Request Too Long", cause);
    }

    /** 500: a mistake in the configuration or in what a function returned. */
    static Verdict internalServerError(Cause cause) {
        return integrationFailure("Internal Server Error", 500, cause);
    }

    /** 503: the integration did not answer. */
    static Verdict serviceUnavailable(Cause cause) {
        return integrationFailure("Service Unavailable", 503, cause);
    }

    private static Verdict integrationFailure(String message, int status, Cause cause) {
        return new Verdict.Refuse(Refusal.of(GatewayResponseType.INTEGRATION_FAILURE, message, cause)
                .withStatus(status));
    }
}
