package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.ContextVariables;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function's event in payload format 2.0. Members without a value are left out, never null. On a named stage
 * {@code rawPath} begins with the stage, as the client sent it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     proxy integrations for HTTP APIs</a>
 */
final class EventV2 {
    private EventV2() {}

    /** The event as JSON. */
    static Body of(Exchange exchange) {
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "2.0");
        event.putAll(head(exchange));
        body(event, exchange.request());
        return JsonValues.of(event);
    }

    /** All but version and body: the part that a function and an authorizer have in common. */
    static Map<String, Object> head(Exchange exchange) {
        HttpRequest request = exchange.request();
        HttpApiVisit visit = exchange.httpApi();
        var event = new LinkedHashMap<String, Object>();
        event.put("routeKey", visit.route().route().routeKey());
        event.put("rawPath", visit.address().fullPath());
        event.put("rawQueryString", request.rawQuery());
        List<String> cookies = EventHeaders.cookies(request.headers());
        if (!cookies.isEmpty()) {
            event.put("cookies", cookies);
        }
        event.put(
                "headers",
                EventHeaders.of(
                        request.headers(),
                        visit.address().domainName(),
                        request.sourceIp(),
                        exchange.trace().value()));
        putUnlessEmpty(event, "queryStringParameters", query(exchange));
        event.put("requestContext", requestContext(exchange, visit));
        putUnlessEmpty(event, "pathParameters", visit.pathParameters());
        putUnlessEmpty(event, "stageVariables", visit.stage().stage().stageVariables());
        return event;
    }

    /**
     * Without a body, with what an authorizer asks about: the part that a function and an authorizer have in common.
     */
    static Map<String, Object> requestContext(Exchange exchange, HttpApiVisit visit) {
        HttpRequest request = exchange.request();
        String domainName = visit.address().domainName();
        var http = new LinkedHashMap<String, Object>();
        http.put("method", request.method());
        http.put("path", visit.address().fullPath());
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", request.sourceIp());
        http.put("userAgent", request.headers().last("User-Agent").orElse(""));
        var context = new LinkedHashMap<String, Object>();
        context.put("accountId", exchange.table().account().accountId());
        context.put("apiId", visit.stage().apiId());
        visit.caller().ifPresent(caller -> context.put("authorizer", caller.inEventV2()));
        context.put("domainName", domainName);
        context.put("domainPrefix", ContextVariables.domainPrefix(domainName));
        context.put("http", http);
        context.put("requestId", exchange.extendedRequestId());
        context.put("routeKey", visit.route().route().routeKey());
        context.put("stage", visit.stage().stage().stageName());
        context.put("time", ContextVariables.requestTime(exchange.startNanos()));
        context.put("timeEpoch", exchange.startNanos() / 1_000_000L);
        return context;
    }

    /** Values of one name joined by commas. */
    private static Map<String, String> query(Exchange exchange) {
        var query = new LinkedHashMap<String, String>();
        exchange.query().all().forEach((name, values) -> query.put(name, String.join(",", values)));
        return query;
    }

    private static void body(Map<String, Object> event, HttpRequest request) {
        Body body = request.body();
        boolean base64 = !body.isEmpty() && !EventBody.isText(request);
        if (!body.isEmpty()) {
            event.put("body", base64 ? Base64.getEncoder().encodeToString(body.bytes()) : body.utf8());
        }
        event.put("isBase64Encoded", base64);
    }

    private static void putUnlessEmpty(Map<String, Object> event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            event.put(name, values);
        }
    }
}
