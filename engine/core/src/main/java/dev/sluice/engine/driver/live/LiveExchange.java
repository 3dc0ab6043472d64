package dev.sluice.engine.driver.live;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.execution.Step;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request on a connection, from its head to the last byte of its answer. Lives on the connection's event loop and
 * does for the gateway what the gateway never does: it waits.
 */
final class LiveExchange {
    /**
     * How long a client that was refused in the middle of its payload may take to notice, before the connection ends.
     */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final EventLoop loop;
    private final HttpServerRequest request;
    private final ConnectionWatch.Watched watched;
    private final HeldBytes.Share held;
    private final boolean close;
    private @Nullable Dialogue dialogue;
    private @Nullable Payload payload;

    LiveExchange(EventLoop loop, HttpServerRequest request, boolean close) {
        this.loop = loop;
        this.request = request;
        this.close = close;
        watched = loop.watch().of(request.connection());
        held = loop.held().share();
    }

    /** Begins at once if there is no payload to wait for. */
    void open(RequestHead head, String target) {
        if (!head.hasBody()) {
            begin(head, target, Body.EMPTY);
        } else if (head.contentLength() > Body.LARGEST) {
            refuse(FrontDoor.TOO_LARGE);
        } else {
            collect(head, target);
        }
    }

    private void collect(RequestHead head, String target) {
        payload = new Payload(head.contentLength(), held);
        watched.awaitBody();
        request.handler(this::part);
        request.exceptionHandler(gone -> held.release());
        request.endHandler(ignored -> {
            if (payload != null) {
                begin(head, target, payload.body());
                payload = null;
            }
        });
        if (head.expectsContinue()) {
            request.response().writeContinue();
        }
    }

    private void part(Buffer part) {
        if (payload == null) {
            return; // refused already: read and forget
        }
        watched.awaitBody();
        switch (payload.add(part)) {
            case FITS -> {}
            case TOO_LARGE -> refuse(FrontDoor.TOO_LARGE);
            case NO_MEMORY -> refuse(FrontDoor.NO_MEMORY);
        }
    }

    /**
     * Answers before the request is whole and ends the connection. It goes on reading for a while: to close with bytes
     * unread would reset the connection, and the client would never see the answer.
     */
    void refuse(HttpResponse answer) {
        payload = null;
        held.release();
        watched.awaitHead();
        var connection = request.connection();
        ReplyWriter.write(answer, request, true).onComplete(sent -> {
            if (request.isEnded()) {
                connection.close();
            } else {
                request.handler(forgotten -> {});
                request.endHandler(ignored -> connection.close());
                loop.after(LINGER_NANOS, connection::close);
            }
        });
    }

    private void begin(RequestHead head, String target, Body body) {
        watched.busy();
        try {
            var whole = new HttpRequest(request.method().name(), target, head.headers(), body, watched.sourceIp());
            long nowNanos = loop.nowNanos();
            dialogue = loop.gateway().open(whole);
            follow(dialogue, dialogue.begin(nowNanos), nowNanos);
        } catch (RuntimeException | Error bug) {
            fail(bug);
        }
    }

    /** Does what the exchange wants until it has its answer or something must be waited for. */
    private void follow(Dialogue speaker, Step first, long nowNanos) {
        Step step = first;
        while (step instanceof Step.Invoke(Call call, long deadlineNanos)) {
            long waitNanos = Math.max(0, deadlineNanos - nowNanos);
            if (call instanceof Call.Unawaited(Call started)) {
                loop.start(started, nowNanos);
                step = speaker.resume(Call.Unawaited.ACCEPTED, nowNanos);
                continue;
            }
            if (!(call instanceof Call.ToModel model)) {
                send(speaker, call, waitNanos);
                return;
            }
            Call.Timed timed = model.perform(nowNanos).within(waitNanos);
            Outcome outcome = timed.outcome();
            long latencyNanos = timed.latencyNanos();
            if (latencyNanos > 0) {
                long dueNanos = nowNanos + latencyNanos;
                loop.after(latencyNanos, () -> resume(speaker, outcome, Math.max(dueNanos, loop.nowNanos())));
                return;
            }
            step = speaker.resume(outcome, nowNanos);
        }
        reply(((Step.Reply) step).response());
    }

    private void send(Dialogue speaker, Call call, long waitNanos) {
        Consumer<Outcome> done = outcome -> resume(speaker, outcome, loop.nowNanos());
        switch (call) {
            case Call.ToNetwork network -> loop.network().send(network, waitNanos, held, done);
            case Call.ToProcess process -> loop.run(process, waitNanos, done);
            case Call.ToModel model -> throw new IllegalStateException("a model answers at once: " + model);
            case Call.Unawaited started -> throw new IllegalStateException("nobody waits for " + started);
        }
    }

    private void resume(Dialogue speaker, Outcome outcome, long nowNanos) {
        try {
            follow(speaker, speaker.resume(outcome, nowNanos), nowNanos);
        } catch (RuntimeException | Error bug) {
            fail(bug);
        }
    }

    private void reply(HttpResponse answer) {
        held.release();
        watched.awaitHead();
        if (request.response().closed()) {
            return; // the client has gone; the exchange has run to its end all the same
        }
        boolean last = close || loop.isStopping() || ReplyWriter.saysClose(answer);
        var sent = ReplyWriter.write(answer, request, last);
        if (last) {
            var connection = request.connection();
            sent.onComplete(ignored -> connection.close());
        }
    }

    /** Our own bug: one line for whoever looks, and the answer API Gateway gives for its own. */
    private void fail(Throwable bug) {
        loop.report(request.method() + " " + request.uri(), bug);
        if (request.response().ended()) {
            request.connection().close();
            return;
        }
        request.response().headers().clear();
        reply(FrontDoor.INTERNAL_ERROR);
    }
}
