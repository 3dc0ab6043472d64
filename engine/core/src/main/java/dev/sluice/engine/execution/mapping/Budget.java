package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.execution.mapping.TemplateException.Reason;
import dev.sluice.engine.http.Body;

/**
 * What one rendering may still do. Templates come from files of strangers, so everything that grows is charged here
 * before it is done.
 */
final class Budget {
    /** Longest template, in characters: AWS's 300 KB. */
    static final int TEMPLATE_CHARACTERS = 300 * 1024;

    /** Rounds of one #foreach; Velocity ends the loop there without an error, and so does API Gateway. */
    static final int FOREACH_ITERATIONS = 1_000;

    /** Parts of the template run, each part counted every time it runs. */
    static final long STEPS = 2_000_000;

    /** Characters and list elements that methods, texts in quotes and {@code +} may read and build. */
    static final long CHARACTERS = 64L * 1024 * 1024;

    /** Longest result, in characters. */
    static final int OUTPUT_CHARACTERS = Body.LARGEST;

    private long steps = STEPS;
    private long characters = CHARACTERS;

    void step(long parts) {
        steps -= parts;
        if (steps < 0) {
            throw tooMuch("The template runs more than " + STEPS + " parts; are loops nested too deep?");
        }
    }

    void characters(long count) {
        characters -= count;
        if (characters < 0) {
            throw tooMuch("The template reads and builds more than " + CHARACTERS
                    + " characters; does a text grow in a loop?");
        }
    }

    static TemplateFailure tooLong() {
        return tooMuch("The result is longer than " + OUTPUT_CHARACTERS + " characters, the largest payload.");
    }

    static TemplateFailure tooMuch(String message) {
        return new TemplateFailure(Reason.TOO_MUCH_WORK, message, 0, 0);
    }
}
