package dev.sluice.engine.backend.protocol;

import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** A service: its operations by name, free of the protocol that carries them. */
public interface ServiceModel {
    /**
     * Performs an operation.
     *
     * @throws ServiceException if the service refuses or has no such operation here
     */
    Result perform(String operation, ObjectNode input, long nowNanos, SplittableRandom random);

    /** Name of the resource of the workspace that a request is for; empty if it names none. */
    String resource(ObjectNode input);

    /** The refusal of an operation that is not modelled. */
    static ServiceException unknown(String operation) {
        return new ServiceException(
                "UnknownOperationException",
                "InvalidAction",
                400,
                operation.isEmpty()
                        ? "The request names no operation."
                        : "The operation " + operation + " is not valid or not modelled here.");
    }
}
