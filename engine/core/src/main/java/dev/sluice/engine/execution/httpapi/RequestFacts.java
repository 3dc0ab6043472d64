package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import java.util.Locale;
import java.util.Optional;

/** What the expressions of an HTTP API may read of a message: header names in any case. */
final class RequestFacts {
    /** Of a larger body nothing can be read, in bytes: AWS cuts there. */
    private static final int LARGEST_BODY = 100 * 1024;

    private RequestFacts() {}

    /** An expression over the request's head; an empty value counts as none. */
    static Optional<String> value(Exchange exchange, ValueExpression expression) {
        return expression
                .value(of(exchange, exchange.request().headers(), Body.EMPTY), exchange.path())
                .filter(text -> !text.isEmpty());
    }

    static MappingFacts of(Exchange exchange, Headers headers, Body body) {
        HttpApiVisit visit = exchange.httpApi();
        var lower = Headers.builder();
        headers.forEach((name, value) -> lower.add(name.toLowerCase(Locale.ROOT), value));
        return new MappingFacts(
                lower.build(),
                exchange.query().all(),
                visit.pathParameters(),
                body.length() > LARGEST_BODY ? Body.EMPTY : body,
                exchange.context().asMap(),
                visit.stage().stage().stageVariables());
    }
}
