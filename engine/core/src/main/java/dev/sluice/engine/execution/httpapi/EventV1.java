package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.ContextVariables;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.integration.ProxyEvent;
import dev.sluice.engine.execution.integration.ProxyEventFacts;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** A function's event in payload format 1.0: that of a REST API with {@code version} (data-plane section 19). */
final class EventV1 {
    private EventV1() {}

    static Body of(Exchange exchange) {
        HttpRequest request = exchange.request();
        HttpApiVisit visit = exchange.httpApi();
        HttpApiStage stage = visit.stage();
        String domainName = visit.address().domainName();
        return ProxyEvent.withVersion(new ProxyEventFacts(
                visit.place().resourcePath(),
                visit.address().fullPath(),
                request.method(),
                request.headers(),
                exchange.query(),
                visit.pathParameters(),
                stage.stage().stageVariables(),
                request.body(),
                !EventBody.isText(request),
                visit.route().route().routeKey(),
                exchange.extendedRequestId(),
                exchange.startNanos(),
                visit.address().fullPath(),
                exchange.table().account().accountId(),
                stage.stage().stageName(),
                ContextVariables.domainPrefix(domainName),
                domainName,
                exchange.extendedRequestId(),
                stage.stage().deploymentId().orElse(""),
                stage.apiId(),
                Optional.empty(),
                request.sourceIp(),
                visit.route().route().operationName(),
                exchange.trace().value(),
                visit.caller().map(RouteCaller::identity).orElse(Map.of()),
                visit.caller().map(RouteCaller::inContext).filter(context -> !context.isEmpty())));
    }
}
