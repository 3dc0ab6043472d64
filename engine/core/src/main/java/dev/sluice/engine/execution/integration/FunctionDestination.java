package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.function.FunctionResult;
import dev.sluice.engine.execution.function.InvokedFunction;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import java.util.Map;
import java.util.Optional;

/** The function of an integration: where it is, by when it must answer, and what may keep it from being called. */
final class FunctionDestination {
    /** Largest payload of a synchronous invocation, in bytes: 6 MB (data-plane section 18). */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    private static final String INTERNAL_SERVER_ERROR = "Internal server error";

    private final InvokedFunction function;
    private final String httpMethod;
    private final Deadline deadline;
    private final Optional<Credentials> credentials;

    FunctionDestination(Method method, Map<String, String> variables, Workspace workspace) {
        function =
                InvokedFunction.of(StageVariableText.filled(method.integration().uri(), variables), workspace);
        httpMethod = method.integration().httpMethod();
        deadline = new Deadline(method.integration(), workspace);
        credentials = Credentials.of(method, variables);
    }

    /** What the execution log calls the endpoint: Lambda's own address. */
    String invokeUrl() {
        return function.invokeUrl();
    }

    /** Refuses an event larger than a function takes. */
    static Verdict fits(Body event) {
        return event.length() <= LARGEST_EVENT
                ? Verdict.GO
                : Verdict.refuse(
                        GatewayResponseType.REQUEST_TOO_LARGE,
                        "Request Too Long",
                        new Cause.RequestTooLong(event.length(), LARGEST_EVENT));
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    Verdict call(Exchange exchange, long nowNanos) {
        return invoke(function.call(exchange.integrationRequest().body(), exchange), nowNanos);
    }

    /**
     * Starts the function and does not wait for what it answers.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    Verdict start(Exchange exchange, long nowNanos) {
        return invoke(function.start(exchange.integrationRequest().body(), exchange), nowNanos);
    }

    /** What came of it. */
    FunctionResult read(HttpResponse answer) {
        return function.read(answer);
    }

    private Verdict invoke(Optional<Call> call, long nowNanos) {
        if (!httpMethod.equals("POST")) {
            return misconfigured(new Cause.FunctionMethodNotPost(httpMethod));
        }
        Optional<String> notAssumable = credentials.flatMap(Credentials::notAssumable);
        if (notAssumable.isPresent()) {
            return Verdict.misconfigured(new Cause.RoleNotAssumable(notAssumable.get()));
        }
        return call.<Verdict>map(made -> new Verdict.Invoke(made, deadline.after(nowNanos)))
                .orElseGet(() -> misconfigured(new Cause.FunctionNotFound(function.name())));
    }

    /** INTEGRATION_FAILURE inside, 500 outside unless that type's status is set (data-plane section 3.4, recorded). */
    static Verdict misconfigured(Cause cause) {
        return new Verdict.Refuse(Refusal.of(GatewayResponseType.INTEGRATION_FAILURE, INTERNAL_SERVER_ERROR, cause)
                .withStatus(500));
    }

    static Verdict badGateway(GatewayResponseType type, Cause cause) {
        return new Verdict.Refuse(Refusal.of(type, INTERNAL_SERVER_ERROR, cause).withStatus(502));
    }
}
