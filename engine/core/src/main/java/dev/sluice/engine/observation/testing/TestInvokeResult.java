package dev.sluice.engine.observation.testing;

import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalEntry.MethodAnswered;
import dev.sluice.engine.observation.logs.ExecutionLog;
import dev.sluice.engine.observation.logs.LogLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answer of TestInvokeMethod with its log. Headers are those that the method and the gateway response set: none of
 * what the front door adds on the wire (recorded).
 *
 * @param headers the last value of each
 * @param log lines with a time stamp, each with a line end
 * @param latencyMillis whole milliseconds
 */
public record TestInvokeResult(
        int status,
        String body,
        Map<String, String> headers,
        Map<String, List<String>> multiValueHeaders,
        String log,
        int latencyMillis) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final long NANOS_A_MILLI = 1_000_000L;

    /** What the wire has besides the headers of an API: not part of a test's answer. */
    private static final List<String> OF_THE_WIRE =
            List.of("Date", "Content-Type", "Content-Length", "x-amzn-RequestId", "x-amz-apigw-id", "X-Amzn-Trace-Id");

    /**
     * The result of a test that is over.
     *
     * @param record what the exchange left
     * @param response what it answered
     */
    public static TestInvokeResult of(ExchangeRecord record, HttpResponse response) {
        Headers headers = headers(record, response);
        var all = new LinkedHashMap<String, List<String>>();
        Map<String, String> last = headers.lastValues();
        last.keySet().forEach(name -> all.put(name, headers.all(name)));
        return new TestInvokeResult(response.status(), response.body().utf8(), last, all, log(record), (int)
                (record.latencyNanos() / NANOS_A_MILLI));
    }

    private static Headers headers(ExchangeRecord record, HttpResponse response) {
        if (record.refusal().isEmpty()) {
            return record.entries().stream()
                    .filter(MethodAnswered.class::isInstance)
                    .map(entry -> ((MethodAnswered) entry).headers())
                    .findFirst()
                    .orElse(Headers.NONE);
        }
        Headers.Builder own = response.headers().toBuilder();
        OF_THE_WIRE.forEach(own::remove);
        return own.build();
    }

    private static String log(ExchangeRecord record) {
        var log = new StringBuilder("Execution log for request ")
                .append(record.requestId())
                .append('\n');
        for (LogLine line : ExecutionLog.linesOfTest(record)) {
            log.append(TIME.format(Instant.ofEpochSecond(line.nanos() / 1_000_000_000L)))
                    .append(" : ")
                    .append(line.message())
                    .append('\n');
        }
        return log.toString();
    }
}
