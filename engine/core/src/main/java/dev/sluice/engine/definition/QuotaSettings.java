package dev.sluice.engine.definition;

/**
 * How many requests a key may make in a period.
 *
 * @param limit requests allowed in a period, 0 or more
 * @param offset requests subtracted from the limit in the first period, 0 or more (API_QuotaSettings)
 */
public record QuotaSettings(long limit, long offset, Period period) {
    /** Calendar periods in UTC. AWS does not state when a week or a month starts: here Monday and the first. */
    public enum Period {
        DAY,
        WEEK,
        MONTH
    }
}
