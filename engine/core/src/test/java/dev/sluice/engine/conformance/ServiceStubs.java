package dev.sluice.engine.conformance;

import java.util.Set;

/** The AWS services of a case: which behaviours the runner can give them. */
final class ServiceStubs {
    private ServiceStubs() {}

    static Set<String> behaviours(String kind) {
        return switch (kind) {
            case "sqs" -> Set.of("queue");
            case "stepfunctions", "eventbridge", "kinesis" -> Set.of("accept");
            case "dynamodb" -> Set.of("table");
            default -> Set.of();
        };
    }
}
