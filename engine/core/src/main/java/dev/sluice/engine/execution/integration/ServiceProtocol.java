package dev.sluice.engine.execution.integration;

import java.util.Map;
import java.util.Optional;

/**
 * How an AWS service wants to be told the action that an integration's URI names.
 *
 * <p>Services of the JSON protocols read it in {@code X-Amz-Target}, which API Gateway sets itself; every other one
 * finds {@code Action} in the query string. A target that a mapping or a template sets counts instead: for EventBridge
 * every published example sets it, so it is [unsure] whether API Gateway would.
 *
 * @param targetPrefix of {@code X-Amz-Target}, before the dot
 * @param contentType what its requests are
 */
record ServiceProtocol(String targetPrefix, String contentType) {
    private static final String JSON_1_0 = "application/x-amz-json-1.0";
    private static final String JSON_1_1 = "application/x-amz-json-1.1";

    private static final Map<String, ServiceProtocol> JSON = Map.ofEntries(
            Map.entry("dynamodb", new ServiceProtocol("DynamoDB_20120810", JSON_1_0)),
            Map.entry("streams.dynamodb", new ServiceProtocol("DynamoDBStreams_20120810", JSON_1_0)),
            Map.entry("states", new ServiceProtocol("AWSStepFunctions", JSON_1_0)),
            Map.entry("kinesis", new ServiceProtocol("Kinesis_20131202", JSON_1_1)),
            Map.entry("firehose", new ServiceProtocol("Firehose_20150804", JSON_1_1)),
            Map.entry("events", new ServiceProtocol("AWSEvents", JSON_1_1)),
            Map.entry("logs", new ServiceProtocol("Logs_20140328", JSON_1_1)),
            Map.entry("secretsmanager", new ServiceProtocol("secretsmanager", JSON_1_1)),
            Map.entry("kms", new ServiceProtocol("TrentService", JSON_1_1)),
            Map.entry("cognito-idp", new ServiceProtocol("AWSCognitoIdentityProviderService", JSON_1_1)));

    /** The JSON protocol of a service; empty if it speaks another. */
    static Optional<ServiceProtocol> json(String service) {
        return Optional.ofNullable(JSON.get(service));
    }

    String target(String action) {
        return targetPrefix + "." + action;
    }
}
