package dev.sluice.engine.execution;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.execution.accesslog.AccessLogFormat;
import dev.sluice.engine.execution.authorization.Caller;
import dev.sluice.engine.execution.caching.CacheKey;
import dev.sluice.engine.execution.httpapi.HttpApiContext;
import dev.sluice.engine.execution.httpapi.HttpApiVisit;
import dev.sluice.engine.execution.integration.EndpointResponse;
import dev.sluice.engine.execution.integration.IntegrationRequest;
import dev.sluice.engine.execution.integration.QueryString;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.execution.routing.Address;
import dev.sluice.engine.execution.serving.Membership;
import dev.sluice.engine.execution.serving.ServedMethod;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.execution.serving.ServingTable;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.CacheUse;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.Place;
import dev.sluice.engine.journal.Refusal;
import dev.sluice.engine.journal.ThrottleDecision;
import dev.sluice.engine.journal.TraceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. {@link #begin} runs it until it has an answer or needs a neighbour; {@link #resume} carries
 * on.
 *
 * <p>What a stop finds it writes into a slot, once; a later stop reads it. Reading a slot too early or writing it twice
 * is our bug and throws. Not for two threads at once; any thread may do the next call. The times given never run
 * backwards.
 */
public final class Exchange {
    /** Bytes of a body that the journal keeps: the longest line of an execution log (data-plane section 13). */
    private static final int LONGEST_NOTED_BODY = 1_024;

    private final Gateway gateway;
    private final ServingTable table;
    private HttpRequest request;
    private final String requestId;
    private final String extendedRequestId;

    private Journey journey;
    private boolean isTest;
    private int nextStop;
    private long startNanos;
    private long calledNanos = -1;
    private Verdict.Callee callee = Verdict.Callee.INTEGRATION;
    private long authorizerNanos = -1;
    private long integrationNanos = -1;
    private boolean executionStarted;
    private @Nullable Address address;
    private @Nullable ServedStage stage;
    private @Nullable ServedMethod method;
    private @Nullable HttpApiVisit httpApi;
    private @Nullable String httpMethod;
    private Map<String, String> pathParameters = Map.of();
    private @Nullable Outcome authorizerOutcome;
    private @Nullable Caller caller;
    private @Nullable ApiKey apiKey;
    private @Nullable Membership membership;
    private @Nullable ThrottleDecision throttle;
    private @Nullable IntegrationRequest integrationRequest;
    private @Nullable Outcome outcome;
    private @Nullable EndpointResponse endpointResponse;
    private @Nullable MethodResponse methodResponse;
    private @Nullable CacheKey missedKey;
    private CacheUse cacheUse = CacheUse.NONE;
    private boolean cacheWarning;
    private @Nullable ContextVariables context;
    private @Nullable TraceHeader trace;
    private @Nullable QueryString query;
    private @Nullable List<JournalEntry> entries;
    private @Nullable ExchangeRecord record;

    Exchange(Gateway gateway, ServingTable table, HttpRequest request) {
        this.gateway = gateway;
        this.table = table;
        this.request = request;
        this.requestId = gateway.ids().requestId();
        this.extendedRequestId = gateway.ids().extendedRequestId();
        this.journey = gateway.restApiJourney();
    }

    /** From here on the exchange is a test of one method: a shorter journey, and nobody counts it. */
    void becomeTest() {
        isTest = true;
        journey = gateway.testJourney();
    }

    /**
     * Runs the stops until the first answer or call.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public Step begin(long nowNanos) {
        startNanos = nowNanos;
        if (isTest) {
            noteMethod(nowNanos);
        } else {
            gateway.counters().begun();
        }
        return carryOn(nowNanos);
    }

    /**
     * Carries on after the call that the last step asked for.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    public Step resume(Outcome callOutcome, long nowNanos) {
        switch (callee) {
            case AUTHORIZER -> {
                authorizerOutcome = once(authorizerOutcome, callOutcome);
                authorizerNanos = nowNanos - calledNanos;
            }
            case INTEGRATION -> {
                outcome = once(outcome, callOutcome);
                integrationNanos = nowNanos - calledNanos;
            }
        }
        return carryOn(nowNanos);
    }

    private Step carryOn(long nowNanos) {
        while (nextStop < journey.stops().size()) { // FindStage may have changed the journey
            Verdict verdict = journey.stops().get(nextStop++).visit(this, nowNanos);
            switch (verdict) {
                case Verdict.Go() -> {}
                case Verdict.Refuse(Refusal refusal) -> {
                    return refuse(refusal, nowNanos);
                }
                case Verdict.Answer(MethodResponse response) -> {
                    mapped(response);
                    nextStop = journey.stops().size();
                }
                case Verdict.Invoke invoke -> {
                    calledNanos = nowNanos;
                    callee = invoke.callee();
                    return new Step.Invoke(invoke.call(), invoke.deadlineNanos());
                }
            }
        }
        return close(journey.lastWord().success(this, methodResponse(), nowNanos), Optional.empty(), nowNanos);
    }

    private Step refuse(Refusal refusal, long nowNanos) {
        if (isNoted()) {
            note(new JournalEntry.Refused(nowNanos, refusal));
        }
        HttpResponse response = journey.lastWord().refusal(this, refusal, nowNanos);
        return close(response, Optional.of(refusal), nowNanos);
    }

    private Step close(HttpResponse response, Optional<Refusal> refusal, long nowNanos) {
        if (isNoted()) {
            note(new JournalEntry.Completed(nowNanos, response.status()));
        }
        record = gateway.close(this, response, refusal, nowNanos);
        return new Step.Reply(response);
    }

    /** What the exchange leaves behind; known once it is over. */
    public ExchangeRecord record() {
        return written(record);
    }

    // --- what is known from the start

    /** Whether it is a test invocation. */
    public boolean isTest() {
        return isTest;
    }

    public ServingTable table() {
        return table;
    }

    public HttpRequest request() {
        return request;
    }

    /** Written by DecompressRequest: the request with its body as it was before the client compressed it. */
    public void decompressed(HttpRequest plain) {
        request = plain;
    }

    public String requestId() {
        return requestId;
    }

    public String extendedRequestId() {
        return extendedRequestId;
    }

    public RequestIds ids() {
        return gateway.ids();
    }

    /** When the exchange began, nanoseconds since 1970-01-01T00:00Z. */
    public long startNanos() {
        return startNanos;
    }

    // --- slots, each written once by the stop that finds the value

    /** Written by FindStage. */
    public void arrivedAt(Address foundAddress, ServedStage foundStage) {
        address = once(address, foundAddress);
        stage = foundStage;
        trace = TraceHeader.recorded(
                request.headers().first(TraceHeader.NAME),
                foundStage.stage().tracingEnabled(),
                gateway.sampling(),
                ids(),
                startNanos);
    }

    public Address address() {
        return written(address);
    }

    public ServedStage stage() {
        return written(stage);
    }

    /** Written by FindStage if the stage is one of an HTTP API: the rest of the journey is that of HTTP APIs. */
    public void arrivedAt(HttpApiVisit visit) {
        address = once(address, visit.address());
        httpApi = visit;
        takeHttpApiJourney();
    }

    /** From here on the gateway speaks as it does for HTTP APIs. Both journeys have their first stop in common. */
    public void takeHttpApiJourney() {
        journey = gateway.httpApiJourney();
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

    /** Whether the caller is known to have the permission {@code execute-api:InvalidateCache}. */
    public boolean mayInvalidateCache() {
        return false;
    }

    /** The {@code $context} of templates and logs; made when first asked for, after the stage was found. */
    public ContextVariables context() {
        if (context == null) {
            context = httpApi == null ? new ContextVariables(this) : HttpApiContext.of(this, httpApi);
        }
        return context;
    }

    /** The trace id of the call to the endpoint; made when first asked for. */
    public TraceHeader trace() {
        if (trace == null) {
            trace = TraceHeader.continuing(request.headers().first(TraceHeader.NAME), ids(), startNanos);
        }
        return trace;
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

    /** Whether the exchange leaves a segment: its stage is traced and the rule chose it, or the caller asks for it. */
    public boolean isTraced() {
        return trace != null && trace.isSampled();
    }

    Optional<TraceFacts> traceFacts() {
        if (trace == null || !trace.isSampled()) {
            return Optional.empty();
        }
        return Optional.of(new TraceFacts(
                trace.root(),
                trace.segmentId(),
                trace.parentId(),
                "https://" + address().domainName() + address().fullPath(),
                request.headers().last("User-Agent").orElse("")));
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

    /** What parameter mapping may read of the method request. */
    public MappingFacts requestFacts() {
        return new MappingFacts(
                request.headers(),
                query().all(),
                pathParameters,
                request.body(),
                context().asMap(),
                stage().variables());
    }

    // --- journal

    /** Whether the exchange is noted in detail: its stage logs the method, or it is traced. */
    public boolean isNoted() {
        return method != null && (method.setting().loggingLevel() != LoggingLevel.OFF || isTraced());
    }

    /** Notes the method that was found and how it is logged, if it is. */
    public void noteMethod(long nowNanos) {
        if (isNoted()) {
            note(new JournalEntry.MethodFound(
                    nowNanos,
                    method().resource().id(),
                    method().resource().path(),
                    method().method().httpMethod(),
                    method().setting(),
                    stage().profile().logWording()));
        }
    }

    /**
     * The part of a body that the journal keeps: nothing unless the stage logs bodies, and no more than a line of the
     * log can show. So the journal stays small whatever is sent. A test's log is whole.
     */
    public Body noted(Body body) {
        if (isTest) {
            return body;
        }
        return method().setting().dataTraceEnabled() ? body.first(LONGEST_NOTED_BODY) : Body.EMPTY;
    }

    public void note(JournalEntry entry) {
        if (entries == null) {
            entries = new ArrayList<>(12);
        }
        entries.add(entry);
    }

    public List<JournalEntry> entries() {
        return entries == null ? List.of() : entries;
    }

    private static <T> T once(@Nullable T slot, T value) {
        if (slot != null) {
            throw new IllegalStateException("written twice: " + slot + ", then " + value);
        }
        return value;
    }

    private static <T> T written(@Nullable T slot) {
        if (slot == null) {
            throw new IllegalStateException("read before the stop that writes it");
        }
        return slot;
    }
}
