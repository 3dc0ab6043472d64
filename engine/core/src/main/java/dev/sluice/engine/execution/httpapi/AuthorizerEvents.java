package dev.sluice.engine.execution.httpapi;

import dev.sluice.engine.definition.HttpApi.Authorizer;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a Lambda authorizer of an HTTP API is asked: the request without its body, in either format.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda
 *     authorizers for HTTP APIs</a>
 */
final class AuthorizerEvents {
    private AuthorizerEvents() {}

    /** @param identity values of the identity sources, in order */
    static Body of(Exchange exchange, Authorizer.Request authorizer, List<String> identity) {
        return JsonValues.of(
                switch (authorizer.payloadFormatVersion()) {
                    case V1_0 -> v1(exchange, identity);
                    case V2_0 -> v2(exchange, identity);
                });
    }

    private static Map<String, Object> v2(Exchange exchange, List<String> identity) {
        Map<String, Object> request = EventV2.head(exchange);
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "2.0");
        event.put("type", "REQUEST");
        event.put("routeArn", RouteArn.of(exchange));
        event.put("identitySource", identity);
        event.putAll(request);
        return event;
    }

    private static Map<String, Object> v1(Exchange exchange, List<String> identity) {
        HttpApiVisit visit = exchange.httpApi();
        HttpRequest request = exchange.request();
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "1.0");
        event.put("type", "REQUEST");
        event.put("methodArn", RouteArn.of(exchange));
        event.put("identitySource", String.join(",", identity));
        event.put("authorizationToken", String.join(",", identity));
        event.put("resource", visit.place().resourcePath());
        event.put("path", visit.address().fullPath());
        event.put("httpMethod", request.method());
        event.put("headers", request.headers().lastValues());
        event.put("queryStringParameters", exchange.query().lastValues());
        event.put("pathParameters", visit.pathParameters());
        event.put("stageVariables", visit.stage().stage().stageVariables());
        event.put("requestContext", context(exchange, visit));
        return event;
    }

    private static Map<String, Object> context(Exchange exchange, HttpApiVisit visit) {
        HttpRequest request = exchange.request();
        var context = new LinkedHashMap<String, Object>();
        context.put("path", visit.address().fullPath());
        context.put("accountId", exchange.table().account().accountId());
        context.put("resourceId", visit.place().resourceId());
        context.put("stage", visit.stage().stage().stageName());
        context.put("requestId", exchange.extendedRequestId());
        context.put("identity", Map.of("sourceIp", request.sourceIp()));
        context.put("resourcePath", visit.place().resourcePath());
        context.put("httpMethod", request.method());
        context.put("apiId", visit.stage().apiId());
        return context;
    }
}
