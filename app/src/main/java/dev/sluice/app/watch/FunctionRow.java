package dev.sluice.app.watch;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.journal.FunctionLogEntry;
import dev.sluice.engine.journal.FunctionLogEntry.Finished;
import dev.sluice.engine.journal.FunctionLogEntry.Printed;
import dev.sluice.engine.journal.FunctionLogEntry.Started;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line of a function's log in the live log: START, END, REPORT, or what the function printed.
 *
 * @param entry what the line is of
 * @param line one of its lines, as Lambda writes it
 */
public record FunctionRow(FunctionLogEntry entry, String line) implements LogRow {
    /** Letter that stands for functions, as Lambda's own sign does. */
    static final String SOURCE = "λ";

    private static final String REPORT = "REPORT ";
    private static final List<String> TELLING = List.of("Status", "Init Duration", "Duration");

    /** The rows of an entry, in the order of its lines. */
    static List<FunctionRow> of(FunctionLogEntry entry) {
        return entry.lines().stream().map(line -> new FunctionRow(entry, line)).toList();
    }

    @Override
    public long nanos() {
        return entry.nanos();
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String time() {
        return Numbers.timeOfDay(entry.nanos());
    }

    @Override
    public String where() {
        return text("log.function", entry.functionName(), Integer.toString(entry.environment()));
    }

    /** What kind of line it is; for a report with its cold start. */
    @Override
    public String status() {
        return switch (entry) {
            case Started started -> text("log.function.start");
            case Printed printed -> text("log.function.printed");
            case Finished finished -> finished(finished);
        };
    }

    private String finished(Finished finished) {
        if (!isReport()) {
            return text("log.function.end");
        }
        return switch (finished.status()) {
            case RETURNED -> text(finished.isCold() ? "log.function.cold" : "log.function.report");
            case ERROR -> text("log.function.error");
            case TIMED_OUT -> text("log.function.timedOut");
        };
    }

    /** The style class that colours the status: a report of a failure or of a cold start is worth a second look. */
    public String styleClass() {
        if (!(entry instanceof Finished finished) || !isReport()) {
            return "muted";
        }
        return switch (finished.status()) {
            case RETURNED -> finished.isCold() ? "client-error" : "muted";
            case ERROR, TIMED_OUT -> "server-error";
        };
    }

    private boolean isReport() {
        return line.startsWith(REPORT);
    }

    /** Of a report: the cold start and the run together. */
    @Override
    public String latency() {
        return entry instanceof Finished finished && isReport()
                ? Numbers.duration(finished.durationNanos() + Math.max(0, finished.initNanos()))
                : "";
    }

    @Override
    public String key() {
        return "";
    }

    /** The line; of a report first what tells one from another, last the id that is the same in all lines of a run. */
    @Override
    public String words() {
        if (!isReport()) {
            return line.replace('\t', ' ');
        }
        List<String> facts = List.of(line.substring(REPORT.length()).strip().split("\t"));
        return REPORT
                + facts.stream()
                        .sorted(Comparator.comparingInt(FunctionRow::rank))
                        .collect(Collectors.joining(" · "));
    }

    private static int rank(String fact) {
        int found = TELLING.indexOf(fact.substring(0, Math.max(0, fact.indexOf(':'))));
        if (found >= 0) {
            return found;
        }
        return fact.startsWith("RequestId") ? TELLING.size() + 1 : TELLING.size();
    }
}
