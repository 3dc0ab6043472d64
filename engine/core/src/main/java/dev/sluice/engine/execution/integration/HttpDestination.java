package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.definition.BehaviourProfile.UnhealthyVpcLink;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.integration.EndpointCalls.Found;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Cause;
import dev.sluice.engine.journal.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the requests of an HTTP integration go, by when they must be answered, and who answers them: a target behind
 * its VPC link, an endpoint that the workspace models, or the network.
 */
final class HttpDestination {
    /** Methods whose requests say how long their body is even if there is none (RFC 9110, section 8.6). */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final String UNREACHABLE = "Network error communicating with endpoint";

    private final Integration integration;
    private final EndpointUri uri;
    private final Deadline deadline;
    private final EndpointCalls calls;

    HttpDestination(Integration integration, Map<String, String> variables, Workspace workspace) {
        this.integration = integration;
        uri = new EndpointUri(StageVariableText.filled(integration.uri(), variables));
        deadline = new Deadline(integration, workspace);
        calls = new EndpointCalls(
                integration.connectionId().map(id -> StageVariableText.filled(id, variables)),
                integration.insecureSkipVerification(),
                workspace);
    }

    /**
     * The URI to call.
     *
     * @param clientQuery raw; empty where the integration type does not hand it on
     */
    String uri(MappedRequest mapped, String clientQuery) {
        return uri.filled(mapped.path(), mapped.query(), clientQuery);
    }

    /** The request with the integration's method, or the client's where that says ANY or nothing, and its length. */
    IntegrationRequest request(Exchange exchange, String filled, Headers headers, Body body) {
        String method = method(integration, exchange);
        return new IntegrationRequest(method, filled, sized(method, headers, body), body);
    }

    /** The integration's HTTP method, or the client's where that says ANY or nothing. */
    static String method(Integration integration, Exchange exchange) {
        boolean ofClient = integration.httpMethod().isEmpty()
                || integration.httpMethod().equals(dev.sluice.engine.definition.Method.ANY);
        return ofClient ? exchange.httpMethod() : integration.httpMethod();
    }

    /** The headers with the length of the body, where a request says it. */
    static Headers sized(String method, Headers headers, Body body) {
        boolean hasLength = !body.isEmpty() || WITH_BODY.contains(method);
        return hasLength
                ? headers.toBuilder()
                        .set("Content-Length", Integer.toString(body.length()))
                        .build()
                : headers;
    }

    /** What the gateway adds to the request for this URI. */
    static ForwardedHeaders.Own own(Exchange exchange, String uri) {
        String host = EndpointAddress.of(uri).map(EndpointAddress::authority).orElse("");
        return new ForwardedHeaders.Own(
                host, exchange.trace().value(), exchange.stage().apiId());
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    Verdict call(Exchange exchange, long nowNanos) {
        long deadlineNanos = deadline.after(nowNanos);
        IntegrationRequest request = exchange.integrationRequest();
        Optional<EndpointAddress> address = EndpointAddress.of(request.uri());
        if (address.isEmpty()) {
            return Verdict.misconfigured(new Cause.InvalidEndpointAddress(request.uri()));
        }
        return switch (calls.to(request, address, exchange.ids())) {
            case Found.Reachable(Call call) -> new Verdict.Invoke(call, deadlineNanos);
            case Found.NoHealthyTarget(Cause.NoHealthyTarget cause) -> noHealthyTarget(exchange, cause);
            case Found.Nowhere(Cause cause) -> Verdict.misconfigured(cause);
        };
    }

    /** 504 as recorded on REST APIs or 503 as the article says: the profile's switch. */
    private static Verdict noHealthyTarget(Exchange exchange, Cause.NoHealthyTarget cause) {
        UnhealthyVpcLink answer = exchange.stage().profile().unhealthyVpcLink();
        return switch (answer) {
            case NETWORK_ERROR_504 -> Verdict.refuse(GatewayResponseType.INTEGRATION_FAILURE, UNREACHABLE, cause);
            case SERVICE_UNAVAILABLE_503 ->
                new Verdict.Refuse(Refusal.of(GatewayResponseType.INTEGRATION_FAILURE, "Service Unavailable", cause)
                        .withStatus(503)
                        .withErrorType("ServiceUnavailableException"));
        };
    }
}
