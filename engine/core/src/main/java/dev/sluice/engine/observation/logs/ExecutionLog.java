package dev.sluice.engine.observation.logs;

import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.MethodSetting.LoggingLevel;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.JournalEntry;
import dev.sluice.engine.journal.JournalEntry.MethodFound;
import dev.sluice.engine.journal.Masked;
import dev.sluice.engine.journal.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The execution log of one exchange in AWS's words: {@code (requestId) text}, in the order of the captures in
 * data-plane section 13. Headers and bodies only with data trace; at level ERROR only what went wrong.
 */
public final class ExecutionLog {
    private final ExchangeRecord exchange;
    private final MethodFound method;
    private final boolean isTest;
    private final boolean info;
    private final boolean trace;
    private final List<LogLine> lines = new ArrayList<>();

    private ExecutionLog(ExchangeRecord exchange, MethodFound method, boolean isTest) {
        this.isTest = isTest;
        this.exchange = exchange;
        this.method = method;
        MethodSetting setting = method.setting();
        info = setting.loggingLevel() == LoggingLevel.INFO;
        trace = info && setting.dataTraceEnabled();
    }

    /** How the names of all these groups begin. */
    static final String GROUP = "API-Gateway-Execution-Logs_";

    /** The group that CloudWatch keeps these lines in. */
    public static String group(String apiId, String stage) {
        return GROUP + apiId + "/" + stage;
    }

    /** The group of a place; a canary has its own. */
    public static String group(Place place) {
        return group(place.apiId(), place.stage()) + (place.canary() ? "/Canary" : "");
    }

    /** Whether the exchange's stage logs it. */
    static boolean isWritten(ExchangeRecord exchange) {
        return method(exchange)
                .filter(found -> found.setting().loggingLevel() != LoggingLevel.OFF)
                .isPresent();
    }

    private static Optional<MethodFound> method(ExchangeRecord exchange) {
        for (JournalEntry entry : exchange.entries()) {
            if (entry instanceof MethodFound found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The lines of an exchange; none if its stage does not log or no method was found. */
    public static List<LogLine> lines(ExchangeRecord exchange) {
        if (!isWritten(exchange)) {
            return List.of();
        }
        var log = new ExecutionLog(exchange, method(exchange).orElseThrow(), false);
        exchange.entries().forEach(log::write);
        return log.lines;
    }

    /** The lines of a test invocation: whole, without the request id, and none from before the execution starts. */
    public static List<LogLine> linesOfTest(ExchangeRecord exchange) {
        var log = new ExecutionLog(exchange, method(exchange).orElseThrow(), true);
        exchange.entries().forEach(log::write);
        return log.lines;
    }

    private void write(JournalEntry entry) {
        switch (entry) {
            case MethodFound found -> {
                if (!isTest) {
                    info(found.nanos(), "Extended Request Id: " + exchange.extendedRequestId());
                }
            }
            case JournalEntry.AuthorizerStarted started -> authorizerStarted(started);
            case JournalEntry.AuthorizerCalled called -> authorizerCalled(called);
            case JournalEntry.AuthorizerAnswered answered ->
                trace(
                        answered.nanos(),
                        "Authorizer result body before parsing: "
                                + answered.body().utf8());
            case JournalEntry.AuthorizerSucceeded succeeded -> authorizerSucceeded(succeeded);
            case JournalEntry.UsagePlanChecked checked -> usagePlan(checked);
            case JournalEntry.Admitted admitted ->
                info(
                        admitted.nanos(),
                        "Usage Plan check succeeded for API Key " + maskedKey() + " and API Stage " + apiStage());
            case JournalEntry.ExecutionStarted started -> started(started);
            case JournalEntry.EndpointRequested requested -> requested(requested);
            case JournalEntry.EndpointAnswered answered -> answered(answered);
            case JournalEntry.MethodAnswered answered -> methodAnswered(answered);
            case JournalEntry.Refused refused ->
                RefusalLines.of(refused.refusal(), exchange, method, maskedKey())
                        .forEach(line -> error(refused.nanos(), line));
            case JournalEntry.Completed completed -> completed(completed);
        }
    }

    private void authorizerStarted(JournalEntry.AuthorizerStarted started) {
        info(
                started.nanos(),
                "Starting authorizer: " + started.authorizerId() + " for request: " + exchange.requestId());
        trace(started.nanos(), "Incoming identity: " + started.maskedIdentity());
    }

    private void authorizerCalled(JournalEntry.AuthorizerCalled called) {
        trace(called.nanos(), "Endpoint request URI: " + called.uri());
        trace(called.nanos(), "Endpoint request headers: " + map(called.headers()));
        trace(
                called.nanos(),
                "Endpoint request body after transformations: " + AuthorizerEventText.masked(called.event()));
        trace(called.nanos(), "Sending request to " + called.uri());
    }

    private void authorizerSucceeded(JournalEntry.AuthorizerSucceeded succeeded) {
        if (!succeeded.maskedPrincipal().isEmpty()) {
            info(succeeded.nanos(), "Using valid authorizer policy for principal: " + succeeded.maskedPrincipal());
        }
        info(succeeded.nanos(), "Successfully completed authorizer execution");
    }

    private void usagePlan(JournalEntry.UsagePlanChecked checked) {
        info(
                checked.nanos(),
                "Verifying Usage Plan for request: " + exchange.requestId() + ". API Key: " + checked.maskedKey()
                        + " API Stage: " + apiStage());
        if (!checked.apiKeyRequired()) {
            info(
                    checked.nanos(),
                    "API Key  authorized because method '" + method.configuredMethod() + " " + method.resourcePath()
                            + "' does not require API Key. Request will not contribute to throttle or quota limits");
        }
    }

    private void started(JournalEntry.ExecutionStarted started) {
        long nanos = started.nanos();
        info(nanos, "Starting execution for request: " + exchange.requestId());
        info(nanos, "HTTP Method: " + started.httpMethod() + ", Resource Path: " + started.path());
        trace(nanos, "Method request path: " + map(started.pathParameters()));
        trace(nanos, "Method request query string: " + map(started.queryString()));
        trace(nanos, "Method request headers: " + map(started.headers()));
        trace(
                nanos,
                "Method request body before transformations: " + started.body().utf8());
    }

    private void requested(JournalEntry.EndpointRequested requested) {
        long nanos = requested.nanos();
        trace(nanos, "Endpoint request URI: " + requested.uri());
        trace(nanos, "Endpoint request headers: " + map(requested.headers()));
        trace(
                nanos,
                "Endpoint request body after transformations: "
                        + requested.body().utf8());
        trace(nanos, "Sending request to " + requested.uri());
    }

    private void answered(JournalEntry.EndpointAnswered answered) {
        long nanos = answered.nanos();
        long millis = answered.latencyNanos() / 1_000_000L;
        info(nanos, "Received response. Status: " + answered.status() + ", Integration latency: " + millis + " ms");
        trace(nanos, "Endpoint response headers: " + map(answered.headers()));
        trace(
                nanos,
                "Endpoint response body before transformations: "
                        + answered.body().utf8());
    }

    private void methodAnswered(JournalEntry.MethodAnswered answered) {
        trace(
                answered.nanos(),
                "Method response body after transformations: " + answered.body().utf8());
        trace(answered.nanos(), "Method response headers: " + map(answered.headers()));
        info(answered.nanos(), "Successfully completed execution");
    }

    private void completed(JournalEntry.Completed completed) {
        String line = "Method completed with status: " + completed.status();
        if (exchange.refusal().isPresent()) {
            error(completed.nanos(), line);
        } else {
            info(completed.nanos(), line);
        }
    }

    private String maskedKey() {
        return exchange.entries().stream()
                .filter(JournalEntry.UsagePlanChecked.class::isInstance)
                .map(entry -> ((JournalEntry.UsagePlanChecked) entry).maskedKey())
                .findFirst()
                .orElse("");
    }

    private String apiStage() {
        return exchange.apiId() + "/" + exchange.stage();
    }

    private void info(long nanos, String text) {
        if (info) {
            error(nanos, text);
        }
    }

    private void trace(long nanos, String text) {
        if (trace) {
            error(nanos, text);
        }
    }

    private void error(long nanos, String text) {
        lines.add(isTest ? new LogLine(nanos, text) : LogLine.of(nanos, "(" + exchange.requestId() + ") " + text));
    }

    private static String map(Map<String, String> map) {
        var text = new ArrayList<String>(map.size());
        map.forEach((name, value) -> text.add(name + "=" + value));
        return "{" + String.join(", ", text) + "}";
    }

    /** Header values as logged: keys starred but for their last six characters. */
    private static String map(Headers headers) {
        var text = new ArrayList<String>(headers.size());
        headers.forEach((name, value) -> text.add(name + "=" + (isSecret(name) ? Masked.of(value) : value)));
        return "{" + String.join(", ", text) + "}";
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("x-api-key") || lower.equals("authorization");
    }
}
