package dev.sluice.engine.backend.service;

import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;

/**
 * A request as the service gets it on its wire.
 *
 * @param service name in the integration's URI: {@code sqs}, {@code states}, {@code events}, {@code kinesis},
 *     {@code dynamodb}
 * @param method HTTP method, upper case
 * @param path starts with {@code /}; {@code /} alone where the URI names an action
 * @param action name of the action where the URI names one ({@code StartExecution}), else empty: then a query service
 *     finds it in its parameters and a JSON service in {@code X-Amz-Target}
 * @param query raw query string without {@code ?}, may be empty
 * @param headers with {@code Host} and, for a JSON service whose URI names an action, {@code X-Amz-Target}
 */
public record ServiceRequest(
        String service, String method, String path, String action, String query, Headers headers, Body body) {}
