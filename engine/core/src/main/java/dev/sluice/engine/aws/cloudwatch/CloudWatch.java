package dev.sluice.engine.aws.cloudwatch;

import dev.sluice.engine.Engine;
import dev.sluice.engine.aws.AwsService;
import dev.sluice.engine.aws.QueryService;
import dev.sluice.engine.aws.protocol.CborAnswer;
import dev.sluice.engine.aws.protocol.JsonAnswer;
import dev.sluice.engine.aws.protocol.Moment;
import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.aws.protocol.QueryAnswer.Dialect;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** CloudWatch over the engine's metrics, by whichever of its protocols a client speaks. */
public final class CloudWatch implements AwsService {
    private static final String TARGET = "X-Amz-Target";
    private static final String JSON_PREFIX = "GraniteServiceVersion20100801.";
    private static final String CBOR_PATH = "/service/GraniteServiceVersion20100801/operation/";

    private final Map<String, Operation> operations;
    private final Map<String, Operation> jsonOperations;
    private final QueryService query;

    private CloudWatch(Map<String, Operation> operations) {
        this.operations = operations;
        var json = new LinkedHashMap<String, Operation>();
        operations.forEach((name, operation) ->
                json.put(name, (input, nowNanos) -> Moment.inSeconds(operation.perform(input, nowNanos))));
        jsonOperations = Map.copyOf(json);
        query = new QueryService(
                "2010-08-01",
                new Dialect("http://monitoring.amazonaws.com/doc/2010-08-01/", Set.of("ExtendedStatistics")),
                operations);
    }

    public static AwsService over(Engine engine) {
        var metrics = engine.observation().metrics();
        return new CloudWatch(Map.of(
                "GetMetricStatistics", new GetMetricStatistics(metrics),
                "GetMetricData", new GetMetricData(metrics),
                "ListMetrics", new ListMetrics(metrics)));
    }

    @Override
    public boolean serves(HttpRequest request) {
        return isJson(request) || isCbor(request) || query.serves(request);
    }

    private static boolean isJson(HttpRequest request) {
        return target(request).startsWith(JSON_PREFIX);
    }

    private static boolean isCbor(HttpRequest request) {
        return request.rawPath().startsWith(CBOR_PATH) && request.method().equals("POST");
    }

    private static String target(HttpRequest request) {
        return request.headers().first(TARGET).orElse("");
    }

    @Override
    public HttpResponse answer(HttpRequest request, long nowNanos) {
        if (isJson(request)) {
            String name = target(request).substring(JSON_PREFIX.length());
            String body = request.body().utf8();
            return JsonAnswer.of(jsonOperations, name, body, "application/x-amz-json-1.0", nowNanos)
                    .response(nowNanos);
        }
        if (isCbor(request)) {
            String name = request.rawPath().substring(CBOR_PATH.length());
            return CborAnswer.of(operations, name, request.body(), nowNanos).response(nowNanos);
        }
        return query.answer(request, nowNanos);
    }
}
