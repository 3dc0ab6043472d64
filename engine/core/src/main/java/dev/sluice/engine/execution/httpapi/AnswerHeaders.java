package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.integration.HeaderNames;
import dev.sluice.engine.http.Headers;

/** Headers of an integration's answer as the client gets them: all but those that the gateway writes itself. */
final class AnswerHeaders {
    private static final HeaderNames DROPPED = HeaderNames.of(
            "Connection", "Keep-Alive", "Transfer-Encoding", "Trailer", "TE", "Upgrade", "Date", "Content-Length");

    private AnswerHeaders() {}

    static Headers forClient(Headers answer) {
        Headers.Builder headers = Headers.builder();
        answer.forEach((name, value) -> {
            if (!DROPPED.contains(name)) {
                headers.add(name, value);
            }
        });
        return headers.build();
    }
}
