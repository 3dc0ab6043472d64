package dev.sluice.engine.backend.neighbour;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.http.Body;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** The other neighbours, as one of them sees them. */
public interface Neighbours {
    /** In whose account and region they all are. */
    Account account();

    /** What happens later. */
    Agenda agenda();

    /**
     * Invokes a function of the workspace and says what Invoke answers; 404 if there is none of this name or it is not
     * modelled: a model cannot wait for a real process or the network.
     *
     * @param caller who wants it, as a person would say it: {@code queue jobs}
     */
    Call.Timed invoke(String caller, String functionName, Body event, long nowNanos, SplittableRandom random);

    /**
     * Performs an operation of a service.
     *
     * @param service as in an ARN: {@code sqs}, {@code events}
     * @throws dev.sluice.engine.backend.protocol.ServiceException if it refuses, or there is no such service
     */
    Result request(String service, String operation, ObjectNode input, long nowNanos, SplittableRandom random);
}
