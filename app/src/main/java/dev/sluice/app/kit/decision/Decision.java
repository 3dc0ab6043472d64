package dev.sluice.app.kit.decision;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.CauseText;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.Outcome;
import dev.sluice.app.kit.figure.Figures;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.ColdStart;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.FunctionLog;
import dev.sluice.engine.journal.Refusal;
import dev.sluice.engine.journal.ThrottleDecision;
import dev.sluice.engine.journal.TierReading;
import dev.sluice.engine.journal.TierReading.Result;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.LogLine;
import java.util.List;
import java.util.Optional;

/**
 * What the decision card says about one exchange.
 *
 * @param headline status and who decided
 * @param advice what it means and what to do; empty if there is nothing to add
 * @param facts what happened on the way that explains the answer: the cold start of its function
 * @param rows one for each tier that was in the way, in the order in which they were asked
 * @param log lines of the execution log with their times; none unless the stage logs
 */
public record Decision(
        Outcome outcome, String headline, String advice, List<String> facts, List<Row> rows, List<String> log) {

    /** One tier. */
    public record Row(
            String tier, String limit, String before, String cost, String result, String after, Result kind) {}

    /** @param functions what knows of cold starts */
    public static Decision of(ExchangeRecord exchange, Names names, FunctionLog functions) {
        List<TierReading> readings =
                decision(exchange).map(ThrottleDecision::readings).orElse(List.of());
        return new Decision(
                Outcome.of(exchange.status()),
                headline(exchange, names),
                advice(exchange, readings),
                functions.coldStart(exchange).map(cold -> fact(cold, exchange)).stream()
                        .toList(),
                readings.stream().map(reading -> row(reading, names)).toList(),
                ExecutionLog.lines(exchange).stream()
                        .map(line -> Numbers.timeOfDay(line.nanos()) + "  " + withoutId(line, exchange))
                        .toList());
    }

    /** The article's cause of a 504 where the environment was not even ready when the gateway gave up. */
    private static String fact(ColdStart cold, ExchangeRecord exchange) {
        String took = Numbers.duration(cold.initNanos());
        return exchange.status() == 504 && cold.endNanos() >= exchange.endNanos()
                ? text("decision.coldStart.tooLong", cold.functionName(), took)
                : text("decision.coldStart", cold.functionName(), took);
    }

    /** A card is about one request: its id need not stand before each line. */
    private static String withoutId(LogLine line, ExchangeRecord exchange) {
        String start = "(" + exchange.requestId() + ") ";
        return line.message().startsWith(start) ? line.message().substring(start.length()) : line.message();
    }

    private static Optional<ThrottleDecision> decision(ExchangeRecord exchange) {
        return exchange.throttle()
                .or(() -> exchange.refusal().flatMap(refusal -> switch (refusal.cause()) {
                    case Cause.Throttled throttled -> Optional.of(throttled.decision());
                    case Cause other -> Optional.empty();
                }));
    }

    private static String headline(ExchangeRecord exchange, Names names) {
        return exchange.refusal()
                .map(refusal -> text(
                        "decision.refused",
                        Integer.toString(exchange.status()),
                        refusal.message(),
                        reason(refusal, names)))
                .orElseGet(() -> text(
                        "decision.passed",
                        Integer.toString(exchange.status()),
                        Numbers.duration(exchange.endNanos() - exchange.startNanos())));
    }

    private static String reason(Refusal refusal, Names names) {
        if (refusal.cause() instanceof Cause.Throttled throttled) {
            return throttled
                    .decision()
                    .refusedBy()
                    .map(reading -> text("decision.rejectedBy", names.bucket(reading.bucket())))
                    .orElse(CauseText.of(refusal.cause(), names));
        }
        return CauseText.of(refusal.cause(), names);
    }

    private static String advice(ExchangeRecord exchange, List<TierReading> readings) {
        long wait = readings.stream()
                .filter(reading -> reading.result() == Result.REFUSED)
                .mapToLong(TierReading::nanosUntilPass)
                .max()
                .orElse(0);
        if (wait > 0) {
            return wait == Long.MAX_VALUE ? text("decision.never") : text("decision.later", Figures.span(wait));
        }
        return switch (exchange.status()) {
            case 403 -> text("decision.advice.403");
            case 429 -> text("decision.advice.quota");
            case 502 -> text("decision.advice.502");
            case 503 -> text("decision.advice.503");
            case 504 -> text("decision.advice.504");
            default ->
                exchange.refusal().isPresent() || exchange.integrationNanos() < 0
                        ? ""
                        : text("decision.endpoint", Numbers.duration(exchange.integrationNanos()));
        };
    }

    private static Row row(TierReading reading, Names names) {
        String limit = Numbers.perSecond(reading.limit().rateLimit()) + ", "
                + text("decision.burst", Numbers.count(reading.limit().burstLimit()));
        return new Row(
                names.bucket(reading.bucket()),
                limit,
                Figures.tokens(reading.tokensBefore()),
                Long.toString(Math.round(reading.tokensBefore() - reading.tokensAfter())),
                switch (reading.result()) {
                    case PASSED -> text("decision.pass");
                    case REFUSED -> text("decision.refuse");
                    case NOT_REACHED -> text("decision.notReached");
                },
                Figures.tokens(reading.tokensAfter()),
                reading.result());
    }

    /** The card as plain text, for a ticket or a chat. */
    public String asText() {
        var text = new StringBuilder(headline).append('\n');
        facts.forEach(fact -> text.append(fact).append('\n'));
        for (Row row : rows) {
            text.append(String.join(" | ", row.tier, row.limit, row.before, row.cost, row.result, row.after))
                    .append('\n');
        }
        text.append(advice).append('\n');
        log.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
