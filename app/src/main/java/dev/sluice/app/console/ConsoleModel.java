package dev.sluice.app.console;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.OpenWorkspace;
import dev.sluice.app.console.WireClient.Answer;
import dev.sluice.app.frame.Selection;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.decision.Decision;
import dev.sluice.engine.definition.ApiKey;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.journal.ExchangeRecord;
import dev.sluice.engine.journal.ThrottleDecision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A request being written, and what became of it. Properties belong to the FX thread; answers are collected by
 * background threads and read by the screen once a frame.
 */
public final class ConsoleModel {
    private final OpenWorkspace open;
    private final Names names;
    private final StringProperty method = new SimpleStringProperty("GET");
    private final StringProperty target = new SimpleStringProperty("/");
    private final StringProperty apiKeyId = new SimpleStringProperty("");
    private final StringProperty headers = new SimpleStringProperty("accept: application/json");
    private final StringProperty body = new SimpleStringProperty("");
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong run = new AtomicLong();
    private WireClient client;
    private volatile Sent sent = new Sent("", 0, List.of(), Optional.empty());

    /** What was sent and what has come back so far; a new value for each answer. */
    record Sent(String raw, int times, List<Answer> answers, Optional<String> failure) {
        Sent with(Answer answer) {
            var more = new ArrayList<>(answers);
            more.add(answer);
            return new Sent(raw, times, Collections.unmodifiableList(more), failure);
        }
    }

    public ConsoleModel(OpenWorkspace open) {
        this.open = open;
        client = new WireClient(open.port());
        names = new Names(open::definition);
        open.definition().restApis().stream().findFirst().ifPresent(this::prefill);
        open.definition().usagePlans().stream()
                .flatMap(plan -> plan.apiKeyIds().stream())
                .findFirst()
                .ifPresent(apiKeyId::set);
    }

    private void prefill(RestApi api) {
        String stage = Selection.usualStage(api).map(Stage::stageName).orElse("");
        Optional<Resource> first = api.draft().resources().stream()
                .filter(resource ->
                        !resource.methods().isEmpty() && !resource.path().contains("{"))
                .findFirst();
        String path = first.map(Resource::path).orElse("/");
        first.ifPresent(
                resource -> method.set(resource.methods().keySet().iterator().next()));
        target.set("/_aws/execute-api/" + api.id() + "/" + stage + path);
    }

    public OpenWorkspace workspace() {
        return open;
    }

    public StringProperty methodProperty() {
        return method;
    }

    /** Path and query on the listener. */
    public StringProperty targetProperty() {
        return target;
    }

    /** Empty for none. */
    public StringProperty apiKeyIdProperty() {
        return apiKeyId;
    }

    /** One {@code name: value} a line. */
    public StringProperty headersProperty() {
        return headers;
    }

    public StringProperty bodyProperty() {
        return body;
    }

    Sent sent() {
        return sent;
    }

    /** The request as it goes to the wire. */
    public String raw() {
        var raw = new StringBuilder();
        raw.append(method.get()).append(' ').append(target.get()).append(" HTTP/1.1\r\n");
        raw.append("host: 127.0.0.1:").append(open.port()).append("\r\n");
        open.definition()
                .apiKey(apiKeyId.get())
                .map(ApiKey::value)
                .ifPresent(key -> raw.append("x-api-key: ").append(key).append("\r\n"));
        headers.get()
                .lines()
                .filter(line -> line.contains(":"))
                .forEach(line -> raw.append(line.strip()).append("\r\n"));
        int length = body.get().getBytes(StandardCharsets.UTF_8).length;
        if (length > 0) {
            raw.append("content-length: ").append(length).append("\r\n");
        }
        return raw.append("connection: close\r\n\r\n").append(body.get()).toString();
    }

    /** Sends the request that many times at once; answers appear in {@link #sent()} in the order in which they come. */
    public void send(int times) {
        long mine = run.incrementAndGet();
        String raw = raw();
        sent = new Sent(raw, times, List.of(), Optional.empty());
        client.close();
        var fresh = new WireClient(open.port());
        client = fresh;
        for (int i = 0; i < times; i++) {
            sending.execute(() -> sendOne(fresh, raw, mine));
        }
    }

    /** Closes the connections under way and forgets what has not been answered yet. */
    public void cancel() {
        run.incrementAndGet();
        client.close();
    }

    private void sendOne(WireClient client, String raw, long mine) {
        try {
            if (run.get() == mine) {
                note(mine, Optional.of(client.send(raw)), Optional.empty());
            }
        } catch (IOException | RuntimeException e) {
            String why = text("console.failed", Integer.toString(open.port()), String.valueOf(e.getMessage()));
            note(mine, Optional.empty(), Optional.of(why));
        }
    }

    private synchronized void note(long mine, Optional<Answer> answer, Optional<String> failure) {
        if (run.get() == mine) {
            sent = answer.map(sent::with).orElseGet(() -> new Sent(sent.raw(), sent.times(), sent.answers(), failure));
        }
    }

    /** The journal's record of an answer, while the journal still holds it. */
    Optional<ExchangeRecord> record(Answer answer) {
        String id = answer.header("x-amzn-RequestId");
        return open.engine().journal().newest(2_000).reversed().stream()
                .filter(record -> record.requestId().equals(id))
                .findFirst();
    }

    Optional<Decision> decision(Answer answer) {
        return record(answer)
                .map(record -> Decision.of(record, names, open.engine().functionLog()));
    }

    /** {@code 31 of 50 refused by usage plan Gold}, or how many of each kind came. */
    String summary(Sent shown) {
        Map<String, Integer> tiers = new HashMap<>();
        for (Answer answer : shown.answers()) {
            if (answer.status() == 429) {
                String tier = record(answer)
                        .flatMap(record -> record.throttle().flatMap(ThrottleDecision::refusedBy))
                        .map(reading -> names.bucket(reading.bucket()))
                        .orElse(text("load.quota"));
                tiers.merge(tier, 1, Integer::sum);
            }
        }
        if (tiers.isEmpty()) {
            return text("console.answered", Numbers.count(shown.answers().size()), Numbers.count(shown.times()));
        }
        var parts = new ArrayList<String>();
        tiers.forEach((tier, count) ->
                parts.add(text("console.refused", Numbers.count(count), Numbers.count(shown.times()), tier)));
        return String.join(" · ", parts);
    }
}
