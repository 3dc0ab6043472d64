package dev.sluice.engine.backend;

import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * One synchronous invocation of a modelled function, answered as Lambda's Invoke is: status 200, the payload as body,
 * and {@code X-Amz-Function-Error} if the function failed.
 *
 * @param event the payload the function gets
 * @param randomBits 64 random bits for its latency
 */
public record FunctionInvocation(ModelledFunction function, Body event, long randomBits) implements Call.ToModel {
    /** Header by which Lambda tells a failed function from one that answered. */
    public static final String FUNCTION_ERROR = "X-Amz-Function-Error";

    private static final Headers FAILED = Headers.of(FUNCTION_ERROR, "Unhandled");

    @Override
    public Call.Timed perform(long nowNanos) {
        return new Call.Timed(new Outcome.Answered(answer()), LatencyModel.sampleNanos(function.latency(), randomBits));
    }

    private HttpResponse answer() {
        return switch (function.answer()) {
            case FunctionAnswer.Payload(String json) -> new HttpResponse(200, Headers.NONE, Body.utf8(json));
            case FunctionAnswer.EchoEvent() -> new HttpResponse(200, Headers.NONE, echo());
            case FunctionAnswer.Fails(String message, String type) ->
                new HttpResponse(200, FAILED, error(message, type));
        };
    }

    private Body echo() {
        return Body.utf8("{\"statusCode\":200,\"body\":" + quoted(event.utf8()) + "}");
    }

    private static Body error(String message, String type) {
        return Body.utf8("{\"errorMessage\":" + quoted(message) + ",\"errorType\":" + quoted(type) + "}");
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }
}
