package dev.sluice.engine.observation.logs;

import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.definition.BehaviourProfile.LogWording;
import dev.sluice.engine.definition.QuotaSettings;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.JournalEntry.MethodFound;
import dev.sluice.engine.journal.Refusal;
import dev.sluice.engine.journal.TierReading;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What the execution log says of a refusal (data-plane section 13, captured), or what the article says it says where
 * the behaviour profile asks for the article's words.
 */
final class RefusalLines {
    private static final String CONFIGURATION = "Execution failed due to configuration error: ";

    private final ExchangeRecord exchange;
    private final MethodFound method;
    private final String maskedKey;

    private RefusalLines(ExchangeRecord exchange, MethodFound method, String maskedKey) {
        this.exchange = exchange;
        this.method = method;
        this.maskedKey = maskedKey;
    }

    static List<String> of(Refusal refusal, ExchangeRecord exchange, MethodFound method, String maskedKey) {
        return new RefusalLines(exchange, method, maskedKey).lines(refusal.cause());
    }

    private List<String> lines(Cause cause) {
        return switch (cause) {
            case Cause.UnknownStage unused -> List.of();
            case Cause.NoBasePathMapping unused -> List.of();
            case Cause.NoSuchMethod unused -> List.of();
            case Cause.ApiKeyMissing unused -> List.of(notAuthorized("API Key is missing"));
            case Cause.ApiKeyUnknown unused -> List.of(notAuthorized("API Key was not found"));
            case Cause.ApiKeyDisabled unused -> List.of(notAuthorized("API Key is disabled"));
            case Cause.ApiKeyInNoPlan unused ->
                List.of(notAuthorized("API Key is not associated with a Usage Plan for API Stage " + apiStage()
                        + ": No Usage Plan found for key and API Stage"));
            case Cause.NotAuthorized notAuthorized ->
                List.of(AuthorizationLines.of(notAuthorized, exchange.requestId()));
            case Cause.Throttled(var decision) ->
                decision.refusedBy().map(this::throttled).orElse(List.of());
            case Cause.QuotaExceeded(var planId, var key, QuotaSettings quota, var used, var reset) ->
                List.of("API Key " + maskedKey + " exceeded quota limit for API Stage " + apiStage()
                        + ": Key quota exhausted for Usage Plan ID " + planId + ". Limit: " + quota.limit()
                        + " Period: " + quota.period());
            case Cause.CacheInvalidationDenied unused -> List.of("Unauthorized cache invalidation request");
            case Cause.UndecodableBody unused -> List.of("Unsupported media type");
            case Cause.DecodedBodyTooLarge unused -> List.of("Request too long");
            case Cause.MissingParameters(List<String> names) ->
                List.of("Missing required request parameters: [" + String.join(", ", names) + "]");
            case Cause.InvalidRequestBody invalid ->
                List.of("Request body does not match model schema for content type " + invalid.contentType() + ": "
                        + invalid.validationErrorString());
            case Cause.UnsupportedMediaType unused -> List.of("Unsupported media type");
            case Cause.InvalidJsonBody(String detail) -> List.of("Invalid JSON in request body: " + detail);
            case Cause.TemplateFailed(String which, String message, int line, int column) ->
                List.of(CONFIGURATION + "Unable to transform " + which + ": " + message + at(line, column));
            case Cause.NoMockStatusCode unused ->
                List.of(
                        CONFIGURATION
                                + "Unable to parse statusCode. It should be an integer that is defined in the request template.");
            case Cause.InvalidEndpointAddress unused -> List.of(CONFIGURATION + "Invalid endpoint address");
            case Cause.HeaderAlreadyPresent(String name) -> List.of(CONFIGURATION + name + " header already present");
            case Cause.FunctionNotFound unused -> List.of(CONFIGURATION + "Invalid permissions on Lambda function");
            case Cause.RequestTooLong unused -> List.of("Request too long");
            case Cause.FunctionNotInvoked(int status) ->
                status == 429
                        ? List.of(
                                "Lambda invocation failed with status: 429. Lambda request id: " + lambdaRequestId(),
                                CONFIGURATION + "Rate Exceeded.")
                        : List.of(CONFIGURATION + "Invalid permissions on Lambda function");
            case Cause.FunctionMethodNotPost unused ->
                List.of(CONFIGURATION + "Unable to call Lambda: method is not POST");
            case Cause.IntegrationTimedOut unused -> List.of("Execution failed due to a timeout error");
            case Cause.EndpointUnreachable unused ->
                List.of("Execution failed due to a network error communicating with endpoint");
            case Cause.NoHealthyTarget unused ->
                List.of("Execution failed due to a network error communicating with endpoint");
            case Cause.SecurityGroupBlocks unused ->
                List.of(
                        exchange.integrationNanos() >= 0
                                ? "Execution failed due to a timeout error"
                                : "Execution failed due to a network error communicating with endpoint");
            case Cause.VpcLinkNotFound unused ->
                List.of(CONFIGURATION + "There was an internal error while executing your request");
            case Cause.MalformedProxyResponse unused -> List.of(CONFIGURATION + "Malformed Lambda proxy response");
            case Cause.BodyNotBase64 unused -> List.of(CONFIGURATION + "Unable to base64 decode the body.");
            case Cause.TemplateOnBinary(String which) -> List.of(CONFIGURATION + "Unable to transform " + which);
            case Cause.RoleNotAssumable(String role) ->
                List.of(CONFIGURATION + "API Gateway does not have permission to assume the provided role " + role);
            case Cause.ServiceNotFound unused -> List.of(CONFIGURATION + "Invalid endpoint address");
            case Cause.FunctionError(String type, String message) ->
                List.of("Lambda execution failed with status 200 due to customer function error: " + message
                        + ". Lambda request id: " + lambdaRequestId());
            case Cause.NoOutputMapping(String status) ->
                List.of(CONFIGURATION
                        + "No match for output mapping and no default output mapping configured. Endpoint Response Status Code: "
                        + status);
            case Cause.RouteNotAuthorized unused -> List.of(); // an HTTP API has no execution log
            case Cause.InvalidMethodResponse(String status) ->
                List.of(CONFIGURATION + "Output mapping refers to an invalid method response: " + status);
        };
    }

    /**
     * Lambda's own id of the invocation, as it named it in its answer. A function behind a plain URL has no Lambda that
     * names anything: an id that follows from the gateway's stands in.
     */
    private String lambdaRequestId() {
        return exchange.entries().stream()
                .filter(JournalEntry.EndpointAnswered.class::isInstance)
                .flatMap(entry ->
                        ((JournalEntry.EndpointAnswered) entry).headers().first(InvokeAnswer.REQUEST_ID).stream())
                .findFirst()
                .orElseGet(() -> UUID.nameUUIDFromBytes(exchange.requestId().getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    private String notAuthorized(String reason) {
        return "API Key " + maskedKey + " not authorized because method '" + method.configuredMethod() + " "
                + method.resourcePath() + "' requires API Key and " + reason;
    }

    private List<String> throttled(TierReading reading) {
        return method.wording() == LogWording.ARTICLE ? article(reading.bucket()) : aws(reading);
    }

    private static List<String> article(BucketId bucket) {
        return switch (bucket.tier()) {
            case USAGE_PLAN, USAGE_PLAN_METHOD ->
                List.of("Plan ID " + bucket.usagePlanId() + " has exceeded the allocated rate limit");
            case METHOD, STAGE -> List.of("Method capacity exceeded");
            case ACCOUNT -> List.of();
        };
    }

    /** No line is known for the account's limit. */
    private List<String> aws(TierReading reading) {
        String where = "RestApi " + exchange.apiId() + ", Stage " + exchange.stage() + ", Resource "
                + method.resourceId() + ", HttpMethod " + exchange.httpMethod() + ". " + limit(reading.limit());
        return switch (reading.bucket().tier()) {
            case USAGE_PLAN, USAGE_PLAN_METHOD ->
                List.of("API Key " + maskedKey + " exceeded throttle limit for API Stage " + apiStage()
                        + ": Key throttle limit exceeded for Usage Plan ID "
                        + reading.bucket().usagePlanId() + ", " + where);
            case METHOD, STAGE -> List.of("Key throttle limit exceeded for " + where);
            case ACCOUNT -> List.of();
        };
    }

    private static String limit(ThrottleSettings limit) {
        return "Limit: " + limit.rateLimit().setScale(2, RoundingMode.HALF_UP).toPlainString() + " Burst: "
                + limit.burstLimit();
    }

    private String apiStage() {
        return exchange.apiId() + "/" + exchange.stage();
    }

    private static String at(int line, int column) {
        return line == 0 ? "" : " [line " + line + ", column " + column + "]";
    }
}
