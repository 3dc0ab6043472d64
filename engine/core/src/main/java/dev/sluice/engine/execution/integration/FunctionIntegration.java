package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.ContextVariables;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.mapping.MappingTemplates;
import dev.sluice.engine.execution.mapping.MethodResponse;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.http.HttpResponse;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS_PROXY on a function: the request as an event, a proxy response back (data-plane section 9). */
public final class FunctionIntegration implements ServedIntegration {
    /** Largest payload of a synchronous invocation, in bytes: 6 MB (data-plane section 18). */
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;

    private static final String INTERNAL_SERVER_ERROR = "Internal server error";
    private static final String FUNCTION = ":function:";

    private final Integration integration;
    private final String invokeUrl;
    private final String functionName;
    private final Optional<ModelledFunction> function;
    private final Deadline deadline;
    private final RequestMapping requestMapping;
    private final BinaryMediaTypes binaryMediaTypes;

    FunctionIntegration(Method method, ApiDefinition definition, Map<String, String> variables, Workspace workspace) {
        integration = method.integration();
        String uri = StageVariableText.filled(integration.uri(), variables);
        invokeUrl = invokeUrl(uri, workspace.account().region());
        functionName = functionName(uri);
        function = workspace
                .backend(functionName)
                .filter(ModelledFunction.class::isInstance)
                .map(ModelledFunction.class::cast);
        deadline = new Deadline(integration, workspace);
        requestMapping = new RequestMapping(integration);
        binaryMediaTypes = new BinaryMediaTypes(definition.binaryMediaTypes());
    }

    /** The name in an invocation ARN, without qualifier: {@code ...:function:NAME[:ALIAS]/invocations}. */
    private static String functionName(String uri) {
        int start = uri.indexOf(FUNCTION);
        if (start < 0) {
            return "";
        }
        String rest = uri.substring(start + FUNCTION.length());
        int end = 0;
        while (end < rest.length() && rest.charAt(end) != '/' && rest.charAt(end) != ':') {
            end++;
        }
        return rest.substring(0, end);
    }

    /** What the execution log calls the endpoint: Lambda's own address. */
    private static String invokeUrl(String uri, String region) {
        int path = uri.indexOf(":path/");
        return "https://lambda." + region + ".amazonaws.com/" + (path < 0 ? uri : uri.substring(path + 6));
    }

    @Override
    public Verdict mapRequest(Exchange exchange, MappingTemplates templates) {
        Body event = ProxyEvent.of(facts(exchange));
        exchange.mapped(new IntegrationRequest("POST", invokeUrl, Headers.NONE, event));
        if (event.length() > LARGEST_EVENT) {
            return Verdict.refuse(
                    GatewayResponseType.REQUEST_TOO_LARGE,
                    "Request Too Long",
                    new Cause.RequestTooLong(event.length(), LARGEST_EVENT));
        }
        return requestMapping.legal(Verdict.GO);
    }

    private ProxyEventFacts facts(Exchange exchange) {
        HttpRequest request = exchange.request();
        ServedStage stage = exchange.stage();
        String domainName = exchange.address().domainName();
        return new ProxyEventFacts(
                exchange.method().resource().path(),
                exchange.address().path(),
                exchange.httpMethod(),
                request.headers(),
                exchange.query(),
                exchange.pathParameters(),
                stage.variables(),
                request.body(),
                binaryMediaTypes.matchesContentType(request.headers().last("Content-Type")),
                exchange.method().resource().id(),
                exchange.extendedRequestId(),
                exchange.startNanos(),
                exchange.address().fullPath(),
                exchange.table().account().accountId(),
                stage.stageName(),
                ContextVariables.domainPrefix(domainName),
                domainName,
                exchange.requestId(),
                stage.deploymentId(),
                stage.apiId(),
                exchange.apiKey().map(key -> new ProxyEventFacts.UsedApiKey(key.value(), key.id())),
                request.sourceIp(),
                exchange.method().method().operationName(),
                exchange.trace().value(),
                Optional.empty());
    }

    @Override
    public Verdict call(Exchange exchange, long nowNanos) {
        if (!integration.httpMethod().equals("POST")) {
            return misconfigured(new Cause.FunctionMethodNotPost(integration.httpMethod()));
        }
        if (function.isEmpty()) {
            return misconfigured(new Cause.FunctionNotFound(functionName));
        }
        Body event = exchange.integrationRequest().body();
        return new Verdict.Invoke(
                new FunctionInvocation(function.get(), event, exchange.ids().nextBits()), deadline.after(nowNanos));
    }

    @Override
    public Verdict read(Exchange exchange, HttpResponse answer) {
        if (answer.status() != 200) {
            return misconfigured(new Cause.FunctionNotInvoked(answer.status()));
        }
        if (answer.headers().contains(FunctionInvocation.FUNCTION_ERROR)) {
            return badGateway(GatewayResponseType.INTEGRATION_FAILURE, functionError(answer.body()));
        }
        ProxyResponse response =
                ProxyResponse.of(answer.body(), exchange.request().headers().last("Accept"), binaryMediaTypes);
        return switch (response) {
            case ProxyResponse.Ok(int status, Headers headers, Body body) -> {
                exchange.answered(new EndpointResponse(status, headers, body));
                yield Verdict.GO;
            }
            case ProxyResponse.Malformed(String expected, String got) ->
                badGateway(
                        GatewayResponseType.API_CONFIGURATION_ERROR, new Cause.MalformedProxyResponse(expected, got));
            case ProxyResponse.Undecodable(String detail) ->
                misconfigured(new Cause.MalformedProxyResponse("a body in base64", detail));
        };
    }

    @Override
    public Verdict mapResponse(Exchange exchange, MappingTemplates templates) {
        EndpointResponse response = exchange.endpointResponse();
        exchange.mapped(new MethodResponse(response.status(), response.headers(), response.body()));
        return Verdict.GO;
    }

    /** INTEGRATION_FAILURE inside, 500 outside unless that type's status is set (data-plane section 3.4, recorded). */
    private static Verdict misconfigured(Cause cause) {
        return new Verdict.Refuse(Refusal.of(GatewayResponseType.INTEGRATION_FAILURE, INTERNAL_SERVER_ERROR, cause)
                .withStatus(500));
    }

    private static Verdict badGateway(GatewayResponseType type, Cause cause) {
        return new Verdict.Refuse(Refusal.of(type, INTERNAL_SERVER_ERROR, cause).withStatus(502));
    }

    private static Cause functionError(Body payload) {
        try {
            JsonNode error = JsonMapper.shared().readTree(payload.utf8());
            return new Cause.FunctionError(
                    error.path("errorType").asString(""),
                    error.path("errorMessage").asString(""));
        } catch (tools.jackson.core.JacksonException e) {
            return new Cause.FunctionError("", payload.utf8());
        }
    }
}
