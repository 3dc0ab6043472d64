package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.definition.ServiceBackend;
import dev.sluice.engine.definition.ServiceBackend.EventBus;
import dev.sluice.engine.definition.ServiceBackend.Queue;
import dev.sluice.engine.definition.ServiceBackend.RecordingService;
import dev.sluice.engine.definition.ServiceBackend.StateMachine;
import dev.sluice.engine.definition.ServiceBackend.Stream;
import dev.sluice.engine.definition.ServiceBackend.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The backends that are resources of AWS services: which kind has which file format. */
final class ServiceBackendFile {
    private static final String QUEUE = "queue";
    private static final String STATE_MACHINE = "state-machine";
    private static final String EVENT_BUS = "event-bus";
    private static final String STREAM = "stream";
    private static final String TABLE = "table";
    private static final String SERVICE = "service";

    /** Every {@code type} there is. */
    static final List<String> TYPES = List.of(QUEUE, STATE_MACHINE, EVENT_BUS, STREAM, TABLE, SERVICE);

    private ServiceBackendFile() {}

    static void write(ServiceBackend backend, Node.Builder fields) {
        switch (backend) {
            case Queue queue -> QueueFile.write(queue, fields.put("type", QUEUE));
            case StateMachine machine -> StateMachineFile.write(machine, fields.put("type", STATE_MACHINE));
            case EventBus bus -> EventBusFile.write(bus, fields.put("type", EVENT_BUS));
            case Stream stream -> fields.put("type", STREAM).put("shardCount", stream.shardCount());
            case Table table -> TableFile.write(table, fields.put("type", TABLE));
            case RecordingService service -> {
                fields.put("type", SERVICE).put("service", service.service());
                var answers = Node.Mapping.builder();
                service.answers()
                        .forEach((operation, answer) -> answers.put(operation, HttpAnswerFields.write(answer)));
                fields.putUnlessEmpty("answers", answers.build());
            }
        }
        LatencyFields.write(backend.latency(), fields);
    }

    static Optional<ServiceBackend> read(String name, String type, Fields fields, References references) {
        return switch (type) {
            case QUEUE -> Optional.of(QueueFile.read(name, fields, references));
            case STATE_MACHINE ->
                StateMachineFile.read(name, fields, references).map(machine -> machine);
            case EVENT_BUS -> Optional.of(EventBusFile.read(name, fields, references));
            case STREAM ->
                Optional.of(new Stream(
                        name,
                        fields.whole("shardCount", 1, 1_000).map(Long::intValue).orElse(1),
                        LatencyFields.read(fields)));
            case TABLE -> TableFile.read(name, fields).map(table -> table);
            case SERVICE -> {
                Map<String, Fields> answers = fields.namedFields("answers");
                var byOperation =
                        new java.util.LinkedHashMap<String, dev.sluice.engine.definition.Backend.HttpAnswer>();
                answers.forEach((operation, answer) -> byOperation.put(operation, HttpAnswerFields.read(answer)));
                yield fields.requiredText("service").map(service -> new RecordingService(name, service, byOperation));
            }
            default -> Optional.empty();
        };
    }
}
