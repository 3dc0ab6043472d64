package dev.sluice.engine.observation.insights;

/**
 * Log events to query, oldest first. A store answers by index, so that nothing is copied. Times are milliseconds since
 * 1970-01-01T00:00Z. Must not change while a query runs.
 */
public interface LogEvents {
    /** Number of events. */
    int size();

    /** Never smaller than that of the event before. */
    long timestampMillis(int index);

    long ingestionMillis(int index);

    String message(int index);

    String logStream(int index);

    /** {@code account-id:log-group-name}. */
    String log(int index);

    /** What finds the event again: the value of {@code @ptr}. */
    String pointer(int index);
}
