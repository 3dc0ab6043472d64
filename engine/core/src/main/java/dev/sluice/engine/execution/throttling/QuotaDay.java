package dev.sluice.engine.execution.throttling;

/**
 * What a key used of its quota on one day in UTC.
 *
 * @param day days since 1970-01-01
 * @param used requests on that day
 * @param remaining requests the period still had room for at the day's end, or now if it is today
 */
public record QuotaDay(long day, long used, long remaining) {}
