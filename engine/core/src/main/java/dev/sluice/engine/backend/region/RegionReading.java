package dev.sluice.engine.backend.region;

import dev.sluice.engine.backend.bus.BusReading;
import dev.sluice.engine.backend.queue.QueueReading;
import dev.sluice.engine.backend.states.MachineReading;
import dev.sluice.engine.backend.stream.StreamReading;
import dev.sluice.engine.backend.table.TableReading;
import java.util.List;

/**
 * Every neighbour at one instant.
 *
 * @param requests the newest that services got, newest first
 * @param invocations the newest that neighbours made, newest first
 */
public record RegionReading(
        long nowNanos,
        List<QueueReading> queues,
        List<MachineReading> stateMachines,
        List<BusReading> buses,
        List<StreamReading> streams,
        List<TableReading> tables,
        List<RecordedRequest> requests,
        List<RecordedInvocation> invocations) {
    public RegionReading {
        queues = List.copyOf(queues);
        stateMachines = List.copyOf(stateMachines);
        buses = List.copyOf(buses);
        streams = List.copyOf(streams);
        tables = List.copyOf(tables);
        requests = List.copyOf(requests);
        invocations = List.copyOf(invocations);
    }
}
