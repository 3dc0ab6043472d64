package dev.sluice.engine.execution.mapping;

import dev.sluice.engine.http.Body;
import java.util.Map;

/**
 * What a mapping template sees.
 *
 * @param body {@code $input.body}: the request body before the integration, the endpoint's body after it
 * @param pathParameters as in the URL, percent escapes kept
 * @param queryString last value of each name, decoded
 * @param headers last value of each name; names are looked up with their case
 * @param context {@code $context}, a tree of maps that the template may change: what it puts under
 *     {@code requestOverride} and {@code responseOverride} is read by the caller afterwards
 * @param stageVariables {@code $stageVariables}
 */
public record TemplateVariables(
        Body body,
        Map<String, String> pathParameters,
        Map<String, String> queryString,
        Map<String, String> headers,
        Map<String, Object> context,
        Map<String, String> stageVariables) {}
