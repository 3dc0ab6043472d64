package dev.sluice.engine.backend.region;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceIds;
import dev.sluice.engine.backend.protocol.ServiceModel;
import dev.sluice.engine.backend.service.ServiceEndpoint;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** A service at its address: reads the request, performs the operation, writes the answer. */
final class Endpoint implements ServiceEndpoint {
    private final Region region;
    private final ServiceModel model;
    private final Protocol protocol;

    Endpoint(Region region, ServiceModel model, Protocol protocol) {
        this.region = region;
        this.model = model;
        this.protocol = protocol;
    }

    @Override
    public Call.Timed answer(ServiceRequest request, long nowNanos, long randomBits) {
        var random = new SplittableRandom(randomBits);
        String requestId = ServiceIds.uuid(random);
        String operation = protocol.operation(request);
        String resource = "";
        HttpResponse answer;
        long latencyNanos = 0;
        try {
            ObjectNode input = protocol.input(request);
            resource = model.resource(input);
            Result result = region.at(nowNanos, reached -> model.perform(operation, input, reached, random));
            latencyNanos = result.latencyNanos();
            answer = protocol.answer(request, operation, result.output(), requestId);
        } catch (ServiceException refused) {
            answer = protocol.error(request, refused, requestId);
        }
        region.record(nowNanos, operation, resource, request, answer.status());
        return new Call.Timed(new Outcome.Answered(answer), latencyNanos);
    }
}
