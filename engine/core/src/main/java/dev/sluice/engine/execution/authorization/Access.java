package dev.sluice.engine.execution.authorization;

import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.authorization.policy.AccessRequest;
import dev.sluice.engine.execution.authorization.policy.AccessRequest.Principal;
import dev.sluice.engine.execution.authorization.policy.Effect;
import dev.sluice.engine.execution.authorization.policy.Policy;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Cause.Decider;
import java.util.Optional;

/**
 * What the caller's policies and the API's own policy say together of one action (the tables of data-plane section
 * 8.2).
 */
final class Access {
    /** The action of every call to an API. */
    static final String INVOKE = "execute-api:Invoke";

    private static final String EXPLICIT = " with an explicit deny";

    private final Exchange exchange;
    private final AccessRequest request;
    private final Optional<ResourcePolicy> resourcePolicy;

    private Access(Exchange exchange, AccessRequest request, Optional<ResourcePolicy> resourcePolicy) {
        this.exchange = exchange;
        this.request = request;
        this.resourcePolicy = resourcePolicy;
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    static Access to(String action, Exchange exchange, long nowNanos) {
        return new Access(
                exchange,
                AccessRequests.of(exchange, action, nowNanos),
                exchange.method().authorization().resourcePolicy());
    }

    /** What the API's own policy says; nothing if there is none. */
    Effect byResourcePolicy() {
        return resourcePolicy.map(policy -> policy.ask(request)).orElse(Effect.SILENT);
    }

    /** Whether the caller may, everything considered. */
    Effect decision() {
        Optional<Caller> caller = exchange.caller();
        return caller.isEmpty()
                ? needed()
                : switch (caller.get()) {
                    case Caller.Bearer unused -> resourcePolicy.isEmpty() ? Effect.ALLOW : needed();
                    case Caller.KnownToFunction known ->
                        known.policy().ask(request).or(byResourcePolicy());
                    case Caller.Signer signer -> {
                        boolean sameAccount = signer.accountId()
                                .equals(exchange.table().account().accountId());
                        Effect own = ofUser(signer);
                        yield sameAccount ? own.or(byResourcePolicy()) : own.and(byResourcePolicy());
                    }
                };
    }

    /** Where nothing else speaks, the API's own policy has to allow; without one everybody may. */
    private Effect needed() {
        return resourcePolicy.isEmpty() ? Effect.ALLOW : byResourcePolicy();
    }

    private Effect ofUser(Caller.Signer signer) {
        Effect effect = Effect.SILENT;
        for (Policy policy : signer.policies()) {
            effect = effect.or(policy.ask(request));
        }
        return effect;
    }

    /** 403 in the words of whoever decided (captured). */
    Verdict denied(boolean explicit) {
        Decider decider = decider(explicit);
        boolean anonymous = request.principal() instanceof Principal.Anonymous;
        String who = request.principal() instanceof Principal.User user ? user.arn() : "anonymous";
        String start = decider == Decider.AUTHORIZER && anonymous
                ? "User is not authorized to access this resource"
                : "User: " + who + " is not authorized to perform: " + request.action() + " on resource: "
                        + MethodArn.masked(exchange);
        return Verdict.refuse(
                GatewayResponseType.ACCESS_DENIED,
                explicit ? start + EXPLICIT : start,
                new Cause.AccessDenied(decider, who, request.resource(), explicit));
    }

    private Decider decider(boolean explicit) {
        boolean byResource = explicit && byResourcePolicy() == Effect.DENY;
        return exchange.caller()
                .filter(caller -> !byResource)
                .map(caller -> switch (caller) {
                    case Caller.Bearer unused -> Decider.RESOURCE_POLICY;
                    case Caller.KnownToFunction unused -> Decider.AUTHORIZER;
                    case Caller.Signer unused -> Decider.USER_POLICIES;
                })
                .orElse(Decider.RESOURCE_POLICY);
    }
}
