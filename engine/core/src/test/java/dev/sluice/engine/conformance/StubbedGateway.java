package dev.sluice.engine.conformance;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.backend.service.ServiceCall;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.HttpRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * Stands between the engine and its driver, where the neighbours are: an exchange's call to a function is answered by
 * the case's stub, and so is a call to a port of an HTTP stub where there is no real server behind it. Nothing else of
 * the exchange is touched.
 */
final class StubbedGateway implements Dialogue.Opener {
    /** A wait up to this is waited for; a longer one moves the clock instead. */
    private static final long LONGEST_REAL_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Dialogue.Opener gateway;
    private final Stubs stubs;
    private final Map<Integer, String> ports = new HashMap<>();
    private final boolean hasServers;
    private final LongConsumer clock;

    private StubbedGateway(
            Dialogue.Opener gateway, Stubs stubs, Map<String, Integer> ports, boolean hasServers, LongConsumer clock) {
        this.gateway = gateway;
        this.stubs = stubs;
        ports.forEach((name, port) -> this.ports.put(port, name));
        this.hasServers = hasServers;
        this.clock = clock;
    }

    /** For virtual time: every stub is answered here, and every wait is the simulator's. */
    static StubbedGateway simulated(Dialogue.Opener gateway, Stubs stubs, Map<String, Integer> ports) {
        return new StubbedGateway(gateway, stubs, ports, false, ignored -> {});
    }

    /**
     * For sockets: the HTTP stubs are real servers.
     *
     * @param clock told the time after a wait too long to be real
     */
    static StubbedGateway live(Dialogue.Opener gateway, Stubs stubs, Map<String, Integer> ports, LongConsumer clock) {
        return new StubbedGateway(gateway, stubs, ports, true, clock);
    }

    @Override
    public Dialogue open(HttpRequest request) {
        return standingIn(gateway.open(request));
    }

    /** The same exchange with the stubs as its neighbours. */
    Dialogue standingIn(Dialogue dialogue) {
        return new Dialogue() {
            @Override
            public Step begin(long nowNanos) {
                return follow(dialogue, dialogue.begin(nowNanos), nowNanos);
            }

            @Override
            public Step resume(Outcome outcome, long nowNanos) {
                return follow(dialogue, dialogue.resume(outcome, nowNanos), nowNanos);
            }
        };
    }

    private Step follow(Dialogue dialogue, Step first, long beginNanos) {
        Step step = first;
        long nowNanos = beginNanos;
        while (step instanceof Step.Invoke(Call wanted, long deadlineNanos)) {
            Call call = stubbed(wanted, deadlineNanos - nowNanos);
            if (!hasServers || !(call instanceof Call.ToModel model)) {
                return new Step.Invoke(call, deadlineNanos);
            }
            Call.Timed timed = model.perform(nowNanos).within(deadlineNanos - nowNanos);
            if (timed.latencyNanos() <= LONGEST_REAL_WAIT_NANOS) {
                return new Step.Invoke((Call.ToModel) ignored -> timed, deadlineNanos);
            }
            nowNanos += timed.latencyNanos();
            clock.accept(nowNanos);
            step = dialogue.resume(timed.outcome(), nowNanos);
        }
        return step;
    }

    private Call stubbed(Call call, long waitNanos) {
        return switch (call) {
            case FunctionInvocation function ->
                (Call.ToModel) ignored -> stubs.function(function.function().name(), function.event());
            case Call.ToNetwork network
            when ports.containsKey(network.port()) && !isReal(network, waitNanos) ->
                (Call.ToModel) ignored -> stubs.http(ports.get(network.port()), request(network));
            case ServiceCall service ->
                (Call.ToModel) nowNanos -> {
                    stubs.service(service.request());
                    return service.perform(nowNanos);
                };
            case Call.Unawaited(Call started) -> new Call.Unawaited(stubbed(started, waitNanos));
            default -> call;
        };
    }

    /** Whether the stub's server is to be called: it is there and nobody would have to wait long for it. */
    private boolean isReal(Call.ToNetwork call, long waitNanos) {
        return hasServers
                && (waitNanos <= LONGEST_REAL_WAIT_NANOS
                        || stubs.longestDelayNanos(ports.get(call.port())) <= LONGEST_REAL_WAIT_NANOS);
    }

    private static HttpRequest request(Call.ToNetwork call) {
        return new HttpRequest(call.method(), call.target(), call.headers(), call.body(), "");
    }
}
