package dev.sluice.engine.aws.xray;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.protocol.JsonAnswer;
import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.Map;

/** X-Ray: every operation has a path of its own and a JSON body. */
public final class XRay implements AwsService {
    private final Map<String, Operation> operations;

    private XRay(Map<String, Operation> operations) {
        this.operations = operations;
    }

    public static AwsService over(Engine engine) {
        var traces = new TraceOperations(engine);
        return new XRay(Map.of(
                "/TraceSummaries", traces::summaries,
                "/Traces", traces::batch,
                "/ServiceGraph", traces::graph,
                "/GetSamplingRules", traces::samplingRules,
                "/Groups", traces::groups));
    }

    @Override
    public boolean serves(HttpRequest request) {
        return request.method().equals("POST") && operations.containsKey(request.rawPath());
    }

    @Override
    public HttpResponse answer(HttpRequest request, long nowNanos) {
        return JsonAnswer.of(operations, request.rawPath(), request.body().utf8(), "application/json", nowNanos)
                .response(nowNanos);
    }
}
