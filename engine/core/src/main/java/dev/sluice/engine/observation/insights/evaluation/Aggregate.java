package dev.sluice.engine.observation.insights.evaluation;

import org.jspecify.annotations.Nullable;

/** What gathers the values of one group; parts of the events are gathered apart and then merged. */
interface Aggregate {
    /**
     * Takes one row's value.
     *
     * @param timeMillis of the event, since 1970-01-01T00:00Z
     */
    void add(@Nullable Object value, long timeMillis);

    /** Takes what the same aggregate gathered of later rows; rows come newest first. */
    void merge(Aggregate later);

    @Nullable
    Object result();
}
