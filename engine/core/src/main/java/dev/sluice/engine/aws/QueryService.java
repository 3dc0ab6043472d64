package dev.sluice.engine.aws;

import dev.sluice.engine.aws.protocol.Operation;
import dev.sluice.engine.aws.protocol.QueryAnswer;
import dev.sluice.engine.aws.protocol.QueryText;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import java.util.Map;

/** A service whose clients post a form with {@code Action} and {@code Version} to the root. */
public final class QueryService implements AwsService {
    private final String version;
    private final QueryAnswer.Dialect dialect;
    private final Map<String, Operation> operations;

    /** @param version by which requests for this service are known */
    public QueryService(String version, QueryAnswer.Dialect dialect, Map<String, Operation> operations) {
        this.version = "Version=" + version;
        this.dialect = dialect;
        this.operations = Map.copyOf(operations);
    }

    @Override
    public boolean serves(HttpRequest request) {
        return request.method().equals("POST")
                && request.rawPath().equals("/")
                && request.headers()
                        .first("Content-Type")
                        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                        .isPresent()
                && java.util.List.of(request.body().utf8().split("&")).contains(version);
    }

    @Override
    public HttpResponse answer(HttpRequest request, long nowNanos) {
        return QueryAnswer.of(operations, QueryText.read(request.body().utf8()), dialect, nowNanos)
                .response(nowNanos);
    }
}
