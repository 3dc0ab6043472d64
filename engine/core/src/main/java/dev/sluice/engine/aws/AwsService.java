package dev.sluice.engine.aws;

import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;

/** One of AWS's services as its clients speak to it. Safe for any number of threads. */
public interface AwsService {
    /** Whether the request is for this service: by its path, target header or form. Cheap; called on event loops. */
    boolean serves(HttpRequest request);

    /**
     * Answers a request that it serves; errors too are answers.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    HttpResponse answer(HttpRequest request, long nowNanos);

    /** The conversation about a request it serves, for services whose operations call neighbours. */
    default Dialogue open(HttpRequest request) {
        return Dialogue.answering(nowNanos -> answer(request, nowNanos));
    }
}
