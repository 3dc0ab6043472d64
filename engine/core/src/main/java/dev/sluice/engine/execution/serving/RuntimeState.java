package dev.sluice.engine.execution.serving;

import dev.sluice.engine.backend.function.FunctionRuntime;
import dev.sluice.engine.backend.region.Region;
import dev.sluice.engine.execution.authorization.AuthorizerOutput;
import dev.sluice.engine.execution.authorization.AuthorizerResults;
import dev.sluice.engine.execution.caching.MethodCache;
import dev.sluice.engine.execution.httpapi.AuthorizerDecision;
import dev.sluice.engine.execution.throttling.Throttle;

/**
 * What lives longer than one revision of the configuration: buckets and quota counts, what authorizers have answered,
 * cached answers, warm functions, and what AWS services beside the gateway hold. A fork of the engine starts with a
 * fresh one.
 *
 * @param throttle token buckets and quota counts
 * @param authorizerResults what Lambda authorizers have answered
 * @param cache what the stages' method caches keep
 * @param routeAuthorizers what Lambda authorizers of HTTP APIs have answered
 * @param services the AWS services that integrations of type AWS call, with what they hold
 * @param functions environments of the functions and their log
 */
public record RuntimeState(
        Throttle throttle,
        AuthorizerResults<AuthorizerOutput.Usable> authorizerResults,
        MethodCache cache,
        AuthorizerResults<AuthorizerDecision> routeAuthorizers,
        Region services,
        FunctionRuntime functions) {
    /** Nothing used up yet, for any number of threads. */
    public static RuntimeState fresh() {
        FunctionRuntime functions = FunctionRuntime.fresh();
        return new RuntimeState(
                Throttle.forManyThreads(),
                new AuthorizerResults<>(),
                new MethodCache(),
                new AuthorizerResults<>(),
                new Region(functions),
                functions);
    }
}
