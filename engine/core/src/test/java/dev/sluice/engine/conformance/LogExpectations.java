package dev.sluice.engine.conformance;

import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.observation.logs.AccessLog;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.LogLine;
import dev.sluice.engine.observation.tracing.SegmentDocument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what was noted of one request with what a step expects. */
final class LogExpectations {
    private final Differences differences;
    private final Optional<ExchangeRecord> exchange;

    /** @param exchange the one of this request; none if it never became one */
    LogExpectations(Differences differences, Optional<ExchangeRecord> exchange) {
        this.differences = differences;
        this.exchange = exchange;
    }

    void check(String name, JsonNode wanted) {
        switch (name) {
            case "executionLog" -> inOrder(wanted, executionLog());
            case "executionLogEmpty" ->
                differences.that(executionLog().isEmpty() == wanted.asBoolean(), "execution log: " + executionLog());
            case "accessLogRegex" -> accessLogRegex(wanted);
            case "accessLogJsonRegex" -> differences.regexes("access log", wanted, Json.parsed(accessLog()));
            case "xray" -> xray(wanted);
            default -> differences.notUnderstood(name);
        }
    }

    private List<String> executionLog() {
        return exchange.map(ExecutionLog::lines).orElse(List.of()).stream()
                .map(LogLine::message)
                .toList();
    }

    /** The access log's line; none is an empty one. */
    private String accessLog() {
        return exchange.map(AccessLog::lines).orElse(List.of()).stream()
                .map(LogLine::message)
                .collect(Collectors.joining("\n"));
    }

    private void accessLogRegex(JsonNode wanted) {
        for (JsonNode expression : wanted.isArray() ? wanted : List.of(wanted)) {
            differences.that(
                    Differences.matches(expression, accessLog()),
                    "access log: wanted " + expression + ", got " + accessLog());
        }
    }

    /** The gateway's segment of the request. */
    private void xray(JsonNode wanted) {
        if (exchange.isEmpty() || exchange.get().trace().isEmpty()) {
            differences.that(false, "xray: the request was not traced");
            return;
        }
        String document = SegmentDocument.of(exchange.get());
        JsonNode segment = Json.parsed(document);
        wanted.properties()
                .forEach(way -> differences.json(
                        "xray",
                        way.getKey().equals("regex") ? "jsonRegex" : way.getKey(),
                        way.getValue(),
                        segment,
                        document));
    }

    /** Each expression is found in a later line than the one before; lines between do not matter. */
    private void inOrder(JsonNode wanted, List<String> lines) {
        int at = 0;
        for (JsonNode expression : wanted) {
            Pattern pattern = Pattern.compile(expression.asString());
            int found = at;
            while (found < lines.size() && !pattern.matcher(lines.get(found)).find()) {
                found++;
            }
            if (found == lines.size()) {
                differences.that(
                        false, "execution log: no line like " + expression + " after line " + at + " of " + lines);
                return;
            }
            at = found + 1;
        }
    }
}
