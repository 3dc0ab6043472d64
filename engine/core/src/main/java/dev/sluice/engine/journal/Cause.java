package dev.sluice.engine.journal;

import dev.sluice.engine.definition.QuotaSettings;
import java.util.List;

/** Why the gateway itself answered instead of the endpoint, with the facts a person needs to mend it. */
public sealed interface Cause {
    /** No API, or no such stage, behind the host and path. */
    record UnknownStage(String host, String path) implements Cause {}

    /** A custom domain without a base path mapping for this path. */
    record NoBasePathMapping(String host, String path) implements Cause {}

    /** The deployed API has no such path, or not with this method. */
    record NoSuchMethod(String httpMethod, String path) implements Cause {}

    record ApiKeyMissing() implements Cause {}

    /** @param maskedValue all but the last six characters starred */
    record ApiKeyUnknown(String maskedValue) implements Cause {}

    record ApiKeyDisabled(String apiKeyId) implements Cause {}

    record ApiKeyInNoPlan(String apiKeyId, String apiId, String stage) implements Cause {}

    record Throttled(ThrottleDecision decision) implements Cause {}

    /** @param resetsAtNanos when the next period starts, nanoseconds since 1970-01-01T00:00Z */
    record QuotaExceeded(String usagePlanId, String apiKeyId, QuotaSettings quota, long used, long resetsAtNanos)
            implements Cause {}

    /** {@code Cache-Control: max-age=0} from a caller who may not invalidate, where the stage refuses that. */
    record CacheInvalidationDenied() implements Cause {}

    /** The body is not compressed as its {@code Content-Encoding} says, or in a way that is not supported. */
    record UndecodableBody(String contentEncoding) implements Cause {}

    /** @param largest bytes a payload may have */
    record DecodedBodyTooLarge(int largest) implements Cause {}

    /** Required parameters without a value, in the order of the message. */
    record MissingParameters(List<String> names) implements Cause {
        public MissingParameters {
            names = List.copyOf(names);
        }
    }

    /**
     * The body does not fit the model of its content type.
     *
     * @param reasons in AWS's words, at least one
     */
    record InvalidRequestBody(String contentType, List<String> reasons) implements Cause {
        public InvalidRequestBody {
            reasons = List.copyOf(reasons);
        }

        /** Text of {@code $context.error.validationErrorString}: {@code [reason, reason]}. */
        public String validationErrorString() {
            return "[" + String.join(", ", reasons) + "]";
        }
    }

    /** No template for the content type, and passthrough forbids the raw body. */
    record UnsupportedMediaType(String contentType) implements Cause {}

    /** The request body is not JSON although a mapping reads into it. */
    record InvalidJsonBody(String detail) implements Cause {}

    /** A mapping template could not be rendered; line and column count from 1, 0 if unknown. */
    record TemplateFailed(String which, String message, int line, int column) implements Cause {}

    /** A MOCK template without an integer status code. */
    record NoMockStatusCode(String rendered) implements Cause {}

    /** The URI is no address, for example because a stage variable is missing. */
    record InvalidEndpointAddress(String uri) implements Cause {}

    /** A mapping sets a header that only the gateway may set. */
    record HeaderAlreadyPresent(String name) implements Cause {}

    record FunctionNotFound(String functionName) implements Cause {}

    /** The event is larger than a function takes; both in bytes. */
    record RequestTooLong(int bytes, int largest) implements Cause {}

    /** The function was not run: throttled (429) or forbidden (403). */
    record FunctionNotInvoked(int status) implements Cause {}

    /** Lambda is called with another method than POST. */
    record FunctionMethodNotPost(String httpMethod) implements Cause {}

    record IntegrationTimedOut(long timeoutMillis) implements Cause {}

    record EndpointUnreachable(String reason) implements Cause {}

    record NoHealthyTarget(String vpcLinkId, String targetGroup, int targets) implements Cause {}

    /** The targets are well, but their security group lets no connection in from the load balancer. */
    record SecurityGroupBlocks(String vpcLinkId, String targetGroup) implements Cause {}

    record VpcLinkNotFound(String vpcLinkId) implements Cause {}

    /** The function's answer is not a proxy response. */
    record MalformedProxyResponse(String expected, String got) implements Cause {}

    record FunctionError(String errorType, String errorMessage) implements Cause {}

    /**
     * Base64 had to be decoded and is none: content handling says so, or the client of a text takes bytes.
     *
     * @param which {@code request} or {@code response}
     */
    record BodyNotBase64(String which) implements Cause {}

    /**
     * A template got bytes, which it cannot read.
     *
     * @param which {@code request} or {@code response}
     */
    record TemplateOnBinary(String which) implements Cause {}

    /** An integration's credentials name nothing that the gateway can act as. */
    record RoleNotAssumable(String role) implements Cause {}

    /** The workspace has no such AWS service. */
    record ServiceNotFound(String service) implements Cause {}

    /** No integration response matches and none is the default. */
    record NoOutputMapping(String endpointStatus) implements Cause {}

    /** The chosen integration response's status is not declared as a method response. */
    record InvalidMethodResponse(String statusCode) implements Cause {}

    /** The caller is not who may call, or has not proved it (data-plane section 8). */
    sealed interface NotAuthorized extends Cause {}

    /** @param source where the authorizer looks for the caller, as in {@code method.request.header.Authorization} */
    record IdentityMissing(String authorizer, String source) implements NotAuthorized {}

    /** The token does not match the authorizer's identityValidationExpression. */
    record IdentityImplausible(String authorizer, String expression) implements NotAuthorized {}

    /** The authorizer's function said {@code Unauthorized}. */
    record AuthorizerRefused(String authorizer) implements NotAuthorized {}

    /** The authorizer's function failed, took too long or could not be reached. */
    record AuthorizerFailed(String authorizer, String reason) implements NotAuthorized {}

    /** There is no such authorizer or function, it may not be called, or its answer cannot be used. */
    record AuthorizerMisconfigured(String authorizer, String reason) implements NotAuthorized {}

    /** The token is not good, or not for this method. */
    record TokenRejected(String authorizer, String reason) implements NotAuthorized {}

    /** The method takes signed requests only, and this one is not signed. */
    record SignatureMissing() implements NotAuthorized {}

    record SignatureRejected(String reason) implements NotAuthorized {}

    /**
     * The caller is known, and may not.
     *
     * @param caller ARN of the user, or {@code anonymous}
     * @param resource ARN of the method as called
     * @param explicit whether a statement denies it; otherwise none allows it
     */
    record AccessDenied(Decider decider, String caller, String resource, boolean explicit) implements NotAuthorized {}

    /** The method's ARN is longer than an authorizer takes; both in bytes. */
    record MethodArnTooLong(int bytes, int largest) implements NotAuthorized {}

    /** Whose word was decisive. */
    enum Decider {
        RESOURCE_POLICY,
        AUTHORIZER,
        USER_POLICIES
    }
    /**
     * An HTTP API's route did not let the caller in.
     *
     * @param reason a sentence with the facts; never holds a token or secret
     */
    record RouteNotAuthorized(String authorizer, String reason) implements Cause {}
}
