package dev.sluice.engine.backend.service;

import java.util.Optional;

/** The AWS services that stand beside the gateway, by the name they have in an integration's URI. */
@FunctionalInterface
public interface Services {
    /** No service at all. */
    Services NONE = service -> Optional.empty();

    /** @param service {@code sqs}, {@code states}, {@code events}, {@code kinesis}, {@code dynamodb} and so on */
    Optional<ServiceEndpoint> find(String service);
}
