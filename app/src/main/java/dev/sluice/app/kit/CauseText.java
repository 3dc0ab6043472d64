package dev.sluice.app.kit;

import static dev.sluice.app.Texts.text;

import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.ThrottleDecision;
import dev.sluice.engine.journal.TierReading;

/** A {@link Cause} as one line for people: who said no, and the number that explains it. */
public final class CauseText {
    private CauseText() {}

    public static String of(Cause cause, Names names) {
        return switch (cause) {
            case Cause.UnknownStage c -> text("cause.unknownStage", c.path());
            case Cause.NoBasePathMapping c -> text("cause.noBasePathMapping", c.host(), c.path());
            case Cause.NoSuchMethod c -> text("cause.noSuchMethod", c.httpMethod(), c.path());
            case Cause.ApiKeyMissing() -> text("cause.apiKeyMissing");
            case Cause.ApiKeyUnknown c -> text("cause.apiKeyUnknown", c.maskedValue());
            case Cause.ApiKeyDisabled c -> text("cause.apiKeyDisabled", names.apiKey(c.apiKeyId()));
            case Cause.ApiKeyInNoPlan c -> text("cause.apiKeyInNoPlan", names.apiKey(c.apiKeyId()), c.stage());
            case Cause.NotAuthorized c -> NotAuthorizedText.of(c);
            case Cause.Throttled c -> throttled(c.decision(), names);
            case Cause.QuotaExceeded c -> quota(c, names);
            case Cause.MissingParameters c -> text("cause.missingParameters", String.join(", ", c.names()));
            case Cause.InvalidRequestBody c ->
                text("cause.invalidRequestBody", c.contentType(), String.join(", ", c.reasons()));
            case Cause.CacheInvalidationDenied c -> text("cause.cacheInvalidationDenied");
            case Cause.UndecodableBody c -> text("cause.undecodableBody", c.contentEncoding());
            case Cause.DecodedBodyTooLarge c -> text("cause.decodedBodyTooLarge", Numbers.bytes(c.largest()));
            case Cause.UnsupportedMediaType c -> text("cause.unsupportedMediaType", c.contentType());
            case Cause.InvalidJsonBody c -> text("cause.invalidJsonBody", c.detail());
            case Cause.TemplateFailed c -> template(c);
            case Cause.NoMockStatusCode c -> text("cause.noMockStatusCode", c.rendered());
            case Cause.InvalidEndpointAddress c -> text("cause.invalidEndpointAddress", c.uri());
            case Cause.HeaderAlreadyPresent c -> text("cause.headerAlreadyPresent", c.name());
            case Cause.FunctionNotFound c -> text("cause.functionNotFound", c.functionName());
            case Cause.RequestTooLong c ->
                text("cause.requestTooLong", Numbers.bytes(c.bytes()), Numbers.bytes(c.largest()));
            case Cause.FunctionNotInvoked c -> text("cause.functionNotInvoked", Integer.toString(c.status()));
            case Cause.BodyNotBase64 c -> text("cause.bodyNotBase64", c.which());
            case Cause.TemplateOnBinary c -> text("cause.templateOnBinary", c.which());
            case Cause.RoleNotAssumable c -> text("cause.roleNotAssumable", c.role());
            case Cause.ServiceNotFound c -> text("cause.serviceNotFound", c.service());
            case Cause.FunctionMethodNotPost c -> text("cause.functionMethodNotPost", c.httpMethod());
            case Cause.IntegrationTimedOut c -> text("cause.integrationTimedOut", Numbers.count(c.timeoutMillis()));
            case Cause.EndpointUnreachable c -> text("cause.endpointUnreachable", c.reason());
            case Cause.NoHealthyTarget c -> text("cause.noHealthyTarget", c.targetGroup(), Numbers.count(c.targets()));
            case Cause.SecurityGroupBlocks c -> text("cause.securityGroupBlocks", c.targetGroup(), c.vpcLinkId());
            case Cause.VpcLinkNotFound c -> text("cause.vpcLinkNotFound", c.vpcLinkId());
            case Cause.MalformedProxyResponse c -> text("cause.malformedProxyResponse", c.expected(), c.got());
            case Cause.FunctionError c -> text("cause.functionError", c.errorType(), c.errorMessage());
            case Cause.NoOutputMapping c -> text("cause.noOutputMapping", c.endpointStatus());
            case Cause.RouteNotAuthorized c -> text("cause.routeNotAuthorized", c.authorizer(), c.reason());
            case Cause.InvalidMethodResponse c -> text("cause.invalidMethodResponse", c.statusCode());
        };
    }

    private static String throttled(ThrottleDecision decision, Names names) {
        return decision.refusedBy().map(reading -> throttled(reading, names)).orElse(text("cause.throttledSomewhere"));
    }

    private static String throttled(TierReading reading, Names names) {
        return text(
                "cause.throttled",
                names.bucket(reading.bucket()),
                Numbers.perSecond(reading.limit().rateLimit()),
                Numbers.count(reading.limit().burstLimit()));
    }

    private static String quota(Cause.QuotaExceeded cause, Names names) {
        return text(
                "cause.quotaExceeded",
                names.usagePlan(cause.usagePlanId()),
                names.apiKey(cause.apiKeyId()),
                Numbers.count(cause.quota().limit()),
                cause.quota().period().name());
    }

    private static String template(Cause.TemplateFailed cause) {
        return cause.line() == 0
                ? text("cause.templateFailed", cause.which(), cause.message())
                : text("cause.templateFailedAt", cause.which(), Numbers.count(cause.line()), cause.message());
    }
}
