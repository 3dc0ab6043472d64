package dev.sluice.engine.backend.region;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.ModelledHttpCall;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.backend.protocol.FormData;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.JsonProtocol;
import dev.sluice.engine.backend.protocol.ServiceIds;
import dev.sluice.engine.backend.protocol.ServiceModel;
import dev.sluice.engine.backend.service.ServiceEndpoint;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.definition.Backend.HttpAnswer;
import dev.sluice.engine.definition.ServiceBackend.RecordingService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Services that only keep what they were sent and give the answers that the workspace has for their operations. */
final class RecordingServices {
    private static final String ANY = "*";

    private final Region region;
    private final Map<String, RecordingService> byService = new LinkedHashMap<>();

    RecordingServices(Region region) {
        this.region = region;
    }

    void configure(List<RecordingService> definitions) {
        byService.clear();
        definitions.forEach(definition -> byService.putIfAbsent(definition.service(), definition));
    }

    Optional<ServiceEndpoint> find(String service) {
        return Optional.ofNullable(byService.get(service))
                .map(definition -> (request, nowNanos, bits) -> answer(definition, request, nowNanos, bits));
    }

    private Call.Timed answer(RecordingService definition, ServiceRequest request, long nowNanos, long randomBits) {
        String operation = operation(request);
        HttpAnswer answer = definition.answers().get(operation);
        if (answer == null) {
            answer = definition.answers().get(ANY);
        }
        Call.Timed timed;
        if (answer == null) {
            String requestId = ServiceIds.uuid(new SplittableRandom(randomBits));
            var error = ServiceModel.unknown(operation);
            timed = new Call.Timed(new Outcome.Answered(new JsonProtocol("1.0", "").error(error, requestId)), 0);
        } else {
            timed = new ModelledHttpCall(answer, randomBits).perform(nowNanos);
        }
        int status = timed.outcome() instanceof Outcome.Answered(var response) ? response.status() : 0;
        region.record(nowNanos, operation, definition.name(), request, status);
        return timed;
    }

    /** The action, target or query parameter; for a REST service the HTTP method. */
    private static String operation(ServiceRequest request) {
        String operation = JsonProtocol.operation(request);
        if (operation.isEmpty()) {
            operation = Json.text(FormData.of(request), "Action");
        }
        return operation.isEmpty() ? request.method() : operation;
    }
}
