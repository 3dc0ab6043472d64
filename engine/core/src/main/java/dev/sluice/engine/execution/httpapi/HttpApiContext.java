package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.execution.ContextVariables;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The {@code $context} of an HTTP API, for parameter mapping and access logs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html">Logging
 *     variables</a>
 */
public final class HttpApiContext {
    private HttpApiContext() {}

    /** The variables that are known by now. */
    public static ContextVariables of(Exchange exchange, HttpApiVisit visit) {
        HttpRequest request = exchange.request();
        String domainName = visit.address().domainName();
        var map = new LinkedHashMap<String, Object>();
        map.put("accountId", exchange.table().account().accountId());
        map.put("apiId", visit.stage().apiId());
        visit.caller().ifPresent(caller -> map.put("authorizer", caller.inContext()));
        map.put("domainName", domainName);
        map.put("domainPrefix", ContextVariables.domainPrefix(domainName));
        map.put("extendedRequestId", exchange.extendedRequestId());
        map.put("httpMethod", request.method());
        map.put("path", visit.address().fullPath());
        map.put("protocol", "HTTP/1.1");
        map.put("requestId", exchange.extendedRequestId());
        map.put("requestTime", ContextVariables.requestTime(exchange.startNanos()));
        map.put("requestTimeEpoch", exchange.startNanos() / 1_000_000L);
        visit.routeKey().ifPresent(key -> map.put("routeKey", key));
        map.put("stage", visit.stage().stage().stageName());
        return ContextVariables.of(map, identity(request));
    }

    private static Map<String, Object> identity(HttpRequest request) {
        var identity = new LinkedHashMap<String, Object>();
        identity.put("sourceIp", request.sourceIp());
        request.headers().last("User-Agent").ifPresent(agent -> identity.put("userAgent", agent));
        return identity;
    }
}
