package dev.sluice.engine.journal;

import java.util.List;
import java.util.Optional;

/**
 * What one exchange leaves behind. Times are nanoseconds since 1970-01-01T00:00Z.
 *
 * @param sequence number of the record in its store, counted from 0
 * @param apiId empty if no API was found
 * @param resourcePath path template, empty if no method was found
 * @param path request path within the stage, as sent
 * @param apiKeyId empty if no key was used
 * @param integrationNanos how long the endpoint took; -1 if it was not called
 * @param responseBytes length of the response body
 * @param throttle absent if the request never came to the throttle
 * @param refusal present if the gateway itself answered
 * @param entries the steps in detail; empty unless the stage logs
 */
public record ExchangeRecord(
        long sequence,
        String requestId,
        String extendedRequestId,
        String sourceIp,
        String apiId,
        String stage,
        String resourcePath,
        String httpMethod,
        String path,
        String apiKeyId,
        long startNanos,
        long endNanos,
        long integrationNanos,
        int status,
        int responseBytes,
        Optional<ThrottleDecision> throttle,
        Optional<Refusal> refusal,
        List<JournalEntry> entries) {}
