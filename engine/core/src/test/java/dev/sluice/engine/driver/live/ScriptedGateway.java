package dev.sluice.engine.driver.live;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** In the gateway's place: answers as the test says, and remembers what it was asked and told. */
final class ScriptedGateway implements Dialogue.Opener {
    private final Function<HttpRequest, Step> script;
    private final BlockingQueue<HttpRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Resumed> resumed = new LinkedBlockingQueue<>();

    record Resumed(Outcome outcome, long nowNanos) {}

    private ScriptedGateway(Function<HttpRequest, Step> script) {
        this.script = script;
    }

    static ScriptedGateway answering(Function<HttpRequest, Step> script) {
        return new ScriptedGateway(script);
    }

    /** Answers every request with its own method, target and body. */
    static ScriptedGateway echo() {
        return answering(request -> reply(
                200,
                request.method() + " " + request.target() + " " + request.body().utf8()));
    }

    /** Makes the call for every request and answers with what became of it. */
    static ScriptedGateway calling(Call call, long deadlineNanos) {
        return answering(request -> new Step.Invoke(call, deadlineNanos));
    }

    static Step reply(int status, String text) {
        Body body = Body.utf8(text);
        return new Step.Reply(
                new HttpResponse(status, Headers.of("Content-Length", Integer.toString(body.length())), body));
    }

    HttpRequest nextRequest() throws InterruptedException {
        HttpRequest request = requests.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    Resumed nextResumed() throws InterruptedException {
        Resumed next = resumed.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no exchange was resumed");
        }
        return next;
    }

    @Override
    public Dialogue open(HttpRequest request) {
        return new Dialogue() {
            @Override
            public Step begin(long nowNanos) {
                requests.add(request);
                return script.apply(request);
            }

            @Override
            public Step resume(Outcome outcome, long nowNanos) {
                resumed.add(new Resumed(outcome, nowNanos));
                return outcome instanceof Outcome.Answered(HttpResponse response)
                        ? new Step.Reply(response)
                        : reply(504, outcome.toString());
            }
        };
    }
}
