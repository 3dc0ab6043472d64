package dev.sluice.engine.journal;

import java.util.List;
import java.util.Optional;

/**
 * What one exchange leaves behind. Times are nanoseconds since 1970-01-01T00:00Z.
 *
 * @param sequence number of the record in its store, counted from 0
 * @param place API, stage and method, as far as the exchange came
 * @param path request path within the stage, as sent
 * @param apiKeyId empty if no key was used
 * @param integrationNanos how long the endpoint took; -1 if it was not called
 * @param invocationId Lambda's id of the invocation behind the integration, by which {@link FunctionLog} knows it;
 *     empty if no function was invoked whose log is kept here
 * @param requestBytes length of the request body
 * @param responseBytes length of the response body
 * @param cacheUse what became of it at the method cache
 * @param throttle absent if the request never came to the throttle
 * @param refusal present if the gateway itself answered
 * @param trace present if the exchange is traced
 * @param accessLine present if its stage writes an access log
 * @param entries the steps in detail; empty unless the stage logs or the exchange is traced
 */
public record ExchangeRecord(
        long sequence,
        String requestId,
        String extendedRequestId,
        String sourceIp,
        Place place,
        String httpMethod,
        String path,
        String apiKeyId,
        long startNanos,
        long endNanos,
        long integrationNanos,
        String invocationId,
        int status,
        int requestBytes,
        int responseBytes,
        CacheUse cacheUse,
        Optional<ThrottleDecision> throttle,
        Optional<Refusal> refusal,
        Optional<TraceFacts> trace,
        Optional<AccessLine> accessLine,
        List<JournalEntry> entries) {

    /** Empty if no API was found. */
    public String apiId() {
        return place.apiId();
    }

    /** Empty if no API was found. */
    public String stage() {
        return place.stage();
    }

    /** Path template, empty if no method was found. */
    public String resourcePath() {
        return place.resourcePath();
    }

    /** From the first byte to the answer, in nanoseconds. */
    public long latencyNanos() {
        return endNanos - startNanos;
    }
}
