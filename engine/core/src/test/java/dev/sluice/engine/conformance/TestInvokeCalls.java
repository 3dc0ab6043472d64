package dev.sluice.engine.conformance;

import dev.sluice.engine.Engine;
import dev.sluice.engine.backend.Call;
import dev.sluice.engine.control.ControlException;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.execution.TestInvocation;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.observation.testing.TestInvokeResult;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** TestInvokeMethod requests of a case. They come from the control plane: no socket is in the way, whoever drives. */
final class TestInvokeCalls {
    private final Engine engine;
    private final UnaryOperator<Dialogue> stubbed;
    private final long nowNanos;

    /** @param stubbed puts the stubs in the place of an exchange's neighbours */
    TestInvokeCalls(Engine engine, UnaryOperator<Dialogue> stubbed, long nowNanos) {
        this.engine = engine;
        this.stubbed = stubbed;
        this.nowNanos = nowNanos;
    }

    /** A result, or the error instead. */
    record Answer(Optional<TestInvokeResult> result, Optional<ControlException> error) {}

    Answer perform(JsonNode request) {
        return switch (engine.gateway().test(invocation(request))) {
            case TestInvocation.Opened.Found(Exchange exchange) ->
                new Answer(Optional.of(run(exchange)), Optional.empty());
            case TestInvocation.Opened.NotFound(String message) ->
                new Answer(Optional.empty(), Optional.of(ControlException.notFound(message)));
        };
    }

    private TestInvokeResult run(Exchange exchange) {
        Dialogue dialogue = stubbed.apply(Dialogue.with(exchange));
        long now = nowNanos;
        Step step = dialogue.begin(now);
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            Call.Timed timed = ((Call.ToModel) call).perform(now).within(deadlineNanos - now);
            now += timed.latencyNanos();
            step = dialogue.resume(timed.outcome(), now);
        }
        return TestInvokeResult.of(exchange.record(), ((Step.Reply) step).response());
    }

    private TestInvocation invocation(JsonNode request) {
        return new TestInvocation(
                CaseWorkspace.API_ID,
                resourceId(request),
                request.path("httpMethod").asString(""),
                request.path("pathWithQueryString").asString(""),
                headers(request),
                Body.utf8(request.path("body").asString("")),
                CaseWorkspace.strings(request.path("stageVariables")),
                request.path("clientCertificateId").asString(""));
    }

    /** The id given, or that of the resource with the path given. */
    private String resourceId(JsonNode request) {
        if (request.has("resourceId")) {
            return request.path("resourceId").asString();
        }
        return engine.workspace()
                .restApi(CaseWorkspace.API_ID)
                .flatMap(
                        api -> api.draft().resource(request.path("resourcePath").asString("")))
                .map(Resource::id)
                .orElse("");
    }

    private static Headers headers(JsonNode request) {
        var headers = Headers.builder();
        JsonNode repeated = request.path("multiValueHeaders");
        request.path("headers").properties().stream()
                .filter(header -> !repeated.has(header.getKey()))
                .forEach(
                        header -> headers.add(header.getKey(), header.getValue().asString()));
        repeated.properties()
                .forEach(header -> header.getValue().forEach(value -> headers.add(header.getKey(), value.asString())));
        return headers.build();
    }
}
