package dev.sluice.engine.definition;

import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.Backend.Latency;
import java.util.List;
import java.util.Optional;

/**
 * How the workbench plays a function: what it answers and how long everything takes.
 *
 * @param answer given unless a case fits
 * @param cases tried in order on the path of a proxy event
 * @param wrongShape bends the answer into one that API Gateway does not understand; absent leaves it right
 * @param latency of a run in a warm environment
 * @param coldStart of a new environment, before its first run
 * @param keepAliveSeconds an environment unused for longer is gone; 0 or more
 * @param errorRate share of invocations that throw, 0 to 1
 */
public record FunctionModel(
        FunctionAnswer answer,
        List<Case> cases,
        Optional<WrongShape> wrongShape,
        Latency latency,
        Latency coldStart,
        double keepAliveSeconds,
        double errorRate) {
    /** Lambda does not say how long it keeps an environment; five minutes is at the short end of what people see. */
    public static final double STANDARD_KEEP_ALIVE_SECONDS = 300;

    public FunctionModel {
        cases = List.copyOf(cases);
    }

    /** A model that only answers: no cold start, no errors of its own. */
    public static FunctionModel of(FunctionAnswer answer, Latency latency) {
        return new FunctionModel(
                answer, List.of(), Optional.empty(), latency, Latency.NONE, STANDARD_KEEP_ALIVE_SECONDS, 0);
    }

    /**
     * An answer for some paths.
     *
     * @param path exact path or template with <code>{name}</code> segments; a trailing <code>{proxy+}</code> takes the
     *     rest
     */
    public record Case(String path, FunctionAnswer answer) {}

    /** The mistakes of proxy functions, and what they look like (data-plane section 9.2). */
    public enum WrongShape {
        /** The body alone, as a JSON string: 502. */
        RAW_STRING,
        /** {@code body} is an object instead of its text: 502. */
        BODY_AS_OBJECT,
        /** A key that a proxy response does not have: 502. */
        UNKNOWN_KEY,
        /** {@code statusCode} that is no number: 502. */
        STATUS_CODE_WORD,
        /** {@code "200"} instead of 200, which API Gateway tolerates. */
        STATUS_CODE_TEXT,
        /** No {@code statusCode}, which API Gateway tolerates as 200. */
        NO_STATUS_CODE
    }
}
