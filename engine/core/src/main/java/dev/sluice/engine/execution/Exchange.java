package dev.sluice.engine.execution;

import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.execution.httpapi.HttpApiContext;
import dev.sluice.engine.execution.httpapi.HttpApiVisit;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.execution.routing.Address;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.execution.serving.ServingTable;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.Refusal;
import dev.sluice.engine.journal.TraceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. {@link #begin} runs it until it has an answer or needs a neighbour; {@link #resume} carries
 * on.
 *
 * <p>What the stops find is kept in the {@linkplain ExchangeSlots slots}; here is what takes the exchange from stop to
 * stop, and what it leaves in the journal. Not for two threads at once; any thread may do the next call. The times
 * given never run backwards.
 */
public final class Exchange extends ExchangeSlots {
    /** Bytes of a body that the journal keeps: the longest line of an execution log (data-plane section 13). */
    private static final int LONGEST_NOTED_BODY = 1_024;

    private final Gateway gateway;
    private final ServingTable table;
    private final String requestId;
    private final String extendedRequestId;

    private Journey journey;
    private boolean isTest;
    private int nextStop;
    private long calledNanos = -1;
    private Verdict.Callee callee = Verdict.Callee.INTEGRATION;
    private @Nullable TraceHeader trace;
    private @Nullable List<JournalEntry> entries;
    private @Nullable ExchangeRecord record;

    Exchange(Gateway gateway, ServingTable table, HttpRequest request) {
        super(request);
        this.gateway = gateway;
        this.table = table;
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
                    if (callee == Verdict.Callee.INTEGRATION) {
                        invocationId = invoke.call().invocationId();
                    }
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

    /** Whether it is a test invocation. */
    public boolean isTest() {
        return isTest;
    }

    public ServingTable table() {
        return table;
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

    /** Written by FindStage. */
    public void arrivedAt(Address foundAddress, ServedStage foundStage) {
        address = once(address, foundAddress);
        stage = foundStage;
        trace = TraceHeader.recorded(
                request().headers().first(TraceHeader.NAME),
                foundStage.stage().tracingEnabled(),
                gateway.sampling(),
                ids(),
                startNanos);
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
            trace = TraceHeader.continuing(request().headers().first(TraceHeader.NAME), ids(), startNanos);
        }
        return trace;
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
                request().headers().last("User-Agent").orElse("")));
    }

    /** What parameter mapping may read of the method request. */
    public MappingFacts requestFacts() {
        return new MappingFacts(
                request().headers(),
                query().all(),
                pathParameters(),
                request().body(),
                context().asMap(),
                stage().variables());
    }

    /** Whether the exchange is noted in detail: its stage logs the method, or it is traced. */
    public boolean isNoted() {
        return hasMethod() && (method().setting().loggingLevel() != LoggingLevel.OFF || isTraced());
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
}
