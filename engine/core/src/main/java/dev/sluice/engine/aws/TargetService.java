package dev.sluice.engine.aws;

import dev.sluice.engine.aws.protocol.JsonAnswer;
import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.Map;

/** A service whose clients name the operation in {@code X-Amz-Target} and speak JSON 1.1. */
public final class TargetService implements AwsService {
    private static final String TARGET = "X-Amz-Target";
    private static final String TYPE = "application/x-amz-json-1.1";

    private final String prefix;
    private final Map<String, Operation> operations;

    /** @param name as {@code Logs_20140328} */
    public TargetService(String name, Map<String, Operation> operations) {
        prefix = name + ".";
        this.operations = Map.copyOf(operations);
    }

    @Override
    public boolean serves(HttpRequest request) {
        return request.headers()
                .first(TARGET)
                .filter(target -> target.startsWith(prefix))
                .isPresent();
    }

    @Override
    public HttpResponse answer(HttpRequest request, long nowNanos) {
        String operation = request.headers().first(TARGET).orElse("").substring(prefix.length());
        return JsonAnswer.of(operations, operation, request.body().utf8(), TYPE, nowNanos)
                .response(nowNanos);
    }
}
