package dev.sluice.engine.observation.insights;

import java.util.List;

/** The rows of a query. */
public record QueryResult(List<String> columns, List<List<Cell>> rows, Statistics statistics) {
    public QueryResult {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A value as text; a field without a value has no cell. */
    public record Cell(String field, String value) {}

    /**
     * What was looked at.
     *
     * @param recordsMatched events that passed every filter before the first limit or aggregation
     * @param recordsScanned events in the time range
     * @param bytesScanned UTF-16 length of their messages, which for ASCII is bytes
     */
    public record Statistics(long recordsMatched, long recordsScanned, long bytesScanned) {}
}
