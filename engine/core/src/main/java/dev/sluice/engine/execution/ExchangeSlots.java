package dev.sluice.engine.execution;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.execution.authorization.Caller;
import dev.sluice.engine.execution.caching.CacheKey;
import dev.sluice.engine.execution.httpapi.HttpApiVisit;
import dev.sluice.engine.execution.integration.EndpointResponse;
import dev.sluice.engine.execution.integration.IntegrationRequest;
import dev.sluice.engine.execution.integration.QueryString;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.execution.routing.Address;
import dev.sluice.engine.execution.serving.Membership;
import dev.sluice.engine.execution.serving.ServedMethod;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.journal.CacheUse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.journal.ThrottleDecision;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request so far. What a stop finds it writes into a slot, once; a later stop reads it. Reading a
 * slot too early or writing it twice is our bug and throws.
 *
 * <p>A part of {@link Exchange}, in a file of its own so that either can be read alone.
 */
public abstract sealed class ExchangeSlots permits Exchange {
    private HttpRequest request;
    long startNanos;
    long authorizerNanos = -1;
    long integrationNanos = -1;
    String invocationId = "";
    private boolean executionStarted;

    @Nullable
    Address address;

    @Nullable
    ServedStage stage;

    private @Nullable ServedMethod method;

    @Nullable
    HttpApiVisit httpApi;

    private @Nullable String httpMethod;
    private Map<String, String> pathParameters = Map.of();

    @Nullable
    Outcome authorizerOutcome;

    private @Nullable Caller caller;
    private @Nullable ApiKey apiKey;
    private @Nullable Membership membership;
    private @Nullable ThrottleDecision throttle;
    private @Nullable IntegrationRequest integrationRequest;

    @Nullable
    Outcome outcome;

    private @Nullable Cause silence;
    private @Nullable EndpointResponse endpointResponse;
    private @Nullable MethodResponse methodResponse;
    private @Nullable CacheKey missedKey;
    private CacheUse cacheUse = CacheUse.NONE;
    private boolean cacheWarning;

    @Nullable
    ContextVariables context;

    private @Nullable QueryString query;

    ExchangeSlots(HttpRequest request) {
        this.request = request;
    }

    public HttpRequest request() {
        return request;
    }

    /** Written by DecompressRequest: the request with its body as it was before the client compressed it. */
    public void decompressed(HttpRequest plain) {
        request = plain;
    }

    /** When the exchange began, nanoseconds since 1970-01-01T00:00Z. */
    public long startNanos() {
        return startNanos;
    }

    public Address address() {
        return written(address);
    }

    public ServedStage stage() {
        return written(stage);
    }

    /** What is known of the HTTP API that was called. */
    public HttpApiVisit httpApi() {
        return written(httpApi);
    }

    public boolean isAtHttpApi() {
        return httpApi != null;
    }

    /** Request path within the stage; the wire's own before a stage was found. */
    public String path() {
        return address != null ? address.path() : request.rawPath();
    }

    /** Whether a REST API's stage was found. */
    public boolean hasStage() {
        return stage != null;
    }

    /**
     * Written by FindMethod.
     *
     * @param calledMethod the HTTP method as called, also where the API says ANY
     */
    public void found(ServedMethod foundMethod, String calledMethod, Map<String, String> parameters) {
        method = once(method, foundMethod);
        httpMethod = calledMethod;
        pathParameters = parameters;
    }

    public ServedMethod method() {
        return written(method);
    }

    /** API, stage and method, as far as they are found. */
    public Place place() {
        if (method != null) {
            return method.place();
        }
        if (httpApi != null) {
            return httpApi.place();
        }
        return stage == null ? Place.NOWHERE : stage.place();
    }

    /** How the stage writes its access log; absent without one, or before a stage is found. */
    public Optional<AccessLogFormat> accessLog() {
        if (httpApi != null) {
            return httpApi.stage().accessLog();
        }
        return stage == null ? Optional.empty() : stage.accessLog();
    }

    public boolean hasMethod() {
        return method != null;
    }

    /** HTTP method as called; the wire's own before a method was found. */
    public String httpMethod() {
        return httpMethod == null ? request.method() : httpMethod;
    }

    /** Values as sent, percent escapes kept. */
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    /** What became of the call to the authorizer; given by the driver. Empty if it was not called. */
    public Optional<Outcome> authorizerOutcome() {
        return Optional.ofNullable(authorizerOutcome);
    }

    /** How long the authorizer took in nanoseconds; -1 if it was not called. */
    public long authorizerNanos() {
        return authorizerNanos;
    }

    /** Written by the stop that finds out who is calling. */
    public void calledBy(Caller foundCaller) {
        caller = once(caller, foundCaller);
        if (context != null) {
            context.add(foundCaller);
        }
    }

    /** Who is calling; empty if the method does not ask, or nobody has proved it yet. */
    public Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** Written by IdentifyApiKey if the method needs a key. */
    public void identified(ApiKey key, Membership keyMembership) {
        apiKey = once(apiKey, key);
        membership = keyMembership;
        if (context != null) {
            context.add(key);
        }
    }

    public Optional<ApiKey> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    public Optional<Membership> membership() {
        return Optional.ofNullable(membership);
    }

    /** Written by ApplyLimits. */
    public void throttled(ThrottleDecision decision) {
        throttle = once(throttle, decision);
    }

    public Optional<ThrottleDecision> throttle() {
        return Optional.ofNullable(throttle);
    }

    /** From here on errors have the bytes AWS gives during execution (data-plane section 3.2). */
    public void startExecution() {
        executionStarted = true;
    }

    public boolean isExecutionStarted() {
        return executionStarted;
    }

    /** Written by MapRequest. */
    public void mapped(IntegrationRequest mappedRequest) {
        integrationRequest = once(integrationRequest, mappedRequest);
    }

    public IntegrationRequest integrationRequest() {
        return written(integrationRequest);
    }

    /** What became of the call to the endpoint; given by the driver. */
    public Outcome outcome() {
        return written(outcome);
    }

    public boolean hasOutcome() {
        return outcome != null;
    }

    /** How long the endpoint took in nanoseconds; -1 if it was not called. */
    public long integrationNanos() {
        return integrationNanos;
    }

    /** Written where a call is made of which it is known that nobody answers. */
    public void unansweredBecause(Cause cause) {
        silence = once(silence, cause);
    }

    /** Why the integration was silent until its deadline. */
    public Cause whyUnanswered() {
        return silence != null ? silence : new Cause.IntegrationTimedOut(integrationNanos / 1_000_000L);
    }

    /** Lambda's id of the invocation behind the integration; empty if there was none. */
    String invocationId() {
        return invocationId;
    }

    /** Written by CallIntegration for MOCK, by ReadIntegrationResponse otherwise. */
    public void answered(EndpointResponse response) {
        endpointResponse = once(endpointResponse, response);
    }

    public boolean hasEndpointResponse() {
        return endpointResponse != null;
    }

    public EndpointResponse endpointResponse() {
        return written(endpointResponse);
    }

    /** Written by MapResponse. */
    public void mapped(MethodResponse response) {
        methodResponse = once(methodResponse, response);
    }

    public MethodResponse methodResponse() {
        return written(methodResponse);
    }

    /** Written by LookInCache: answered from the cache. */
    public void hit() {
        cacheUse = CacheUse.HIT;
    }

    /** Written by LookInCache: the answer to come is kept under this key. */
    public void missed(CacheKey key) {
        cacheUse = CacheUse.MISS;
        missedKey = once(missedKey, key);
    }

    public Optional<CacheKey> missedKey() {
        return Optional.ofNullable(missedKey);
    }

    public CacheUse cacheUse() {
        return cacheUse;
    }

    /** Written by LookInCache: whether the answer says that the caller may not invalidate the cache. */
    public void warnOfCache(boolean warn) {
        cacheWarning = warn;
    }

    public boolean hasCacheWarning() {
        return cacheWarning;
    }

    /**
     * Whether the answer names the trace: on AWS, AWS_PROXY and HTTP, not on MOCK and HTTP_PROXY (recorded), and not if
     * nobody was called because the answer was kept.
     */
    public boolean showsTrace() {
        if (cacheUse == CacheUse.HIT) {
            return false;
        }
        return switch (method().method().integration().type()) {
            case MOCK, HTTP_PROXY -> false;
            case HTTP, AWS, AWS_PROXY -> true;
        };
    }

    /** Whether anybody has asked for the context: without that no template can have written to it. */
    public boolean hasContext() {
        return context != null;
    }

    /** The query string, decoded once. */
    public QueryString query() {
        if (query == null) {
            query = QueryString.of(request.rawQuery());
        }
        return query;
    }

    static <T> T once(@Nullable T slot, T value) {
        if (slot != null) {
            throw new IllegalStateException("written twice: " + slot + ", then " + value);
        }
        return value;
    }

    static <T> T written(@Nullable T slot) {
        if (slot == null) {
            throw new IllegalStateException("read before the stop that writes it");
        }
        return slot;
    }
}
