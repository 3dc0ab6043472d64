package dev.sluice.engine.conformance;

import dev.sluice.engine.driver.Dialogue;
import dev.sluice.engine.http.HttpResponse;
import java.io.IOException;
import java.util.Map;

/** What sends a case's requests to its engine and keeps its time. */
interface CaseDriver extends AutoCloseable {
    String name();

    /** Ports of the HTTP stubs by name. */
    Map<String, Integer> ports();

    /** Called once, when there is an engine to send requests to. */
    void connect(Dialogue.Opener gateway);

    HttpResponse send(CaseRequest request) throws IOException;

    /** Nanoseconds since 1970-01-01T00:00Z. */
    long nowNanos();

    void advance(long nanos);

    @Override
    void close() throws IOException;
}
