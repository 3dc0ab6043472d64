package dev.sluice.engine.execution;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Map;

/**
 * A request of TestInvokeMethod: one method of an API's draft is run without a client (data-plane section 17).
 *
 * @param pathWithQueryString empty means the resource's path template itself, braces and all
 * @param stageVariables variables of the stage {@code test-invoke-stage}
 * @param clientCertificateId kept for the caller; a local endpoint is not shown a certificate
 */
public record TestInvocation(
        String apiId,
        String resourceId,
        String httpMethod,
        String pathWithQueryString,
        Headers headers,
        Body body,
        Map<String, String> stageVariables,
        String clientCertificateId) {

    /** The stage that a test runs on. It exists nowhere else. */
    public static final String STAGE = "test-invoke-stage";

    public TestInvocation {
        stageVariables = Map.copyOf(stageVariables);
    }

    /** What became of the wish to test. */
    public sealed interface Opened {
        /** Run it like any other exchange; it leaves no trace in journal, counters and buckets. */
        record Found(Exchange exchange) implements Opened {}

        /** 404 {@code NotFoundException} with this message. */
        record NotFound(String message) implements Opened {}
    }
}
