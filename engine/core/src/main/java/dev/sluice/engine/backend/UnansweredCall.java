package dev.sluice.engine.backend;

/** A connection whose packets are dropped on the way: nobody ever answers, and the caller waits for its deadline. */
public record UnansweredCall() implements Call.ToModel {
    @Override
    public Call.Timed perform(long nowNanos) {
        return new Call.Timed(new Outcome.TimedOut(), Long.MAX_VALUE);
    }
}
