package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.UnansweredCall;
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

    /**
     * The call. Where a VPC link leads to nobody, the profile's switch says what that is: as recorded on REST APIs, 504
     * at once without a healthy target and 504 at the deadline where a security group drops what comes (data-plane
     * section 18), or 503 as the article says of both.
     *
     * @param nowNanos nanoseconds since 1970-01-01T00:00Z
     */
    Verdict call(Exchange exchange, long nowNanos) {
        long deadlineNanos = deadline.after(nowNanos);
        IntegrationRequest request = exchange.integrationRequest();
        Optional<EndpointAddress> address = EndpointAddress.of(request.uri());
        if (address.isEmpty()) {
            return Verdict.misconfigured(new Cause.InvalidEndpointAddress(request.uri()));
        }
        return switch (calls.to(request, address, exchange.ids())) {
            case Found.Reachable(Call call) -> new Verdict.Invoke(call, deadlineNanos);
            case Found.NoHealthyTarget(Cause.NoHealthyTarget cause) ->
                switch (exchange.stage().profile().unhealthyVpcLink()) {
                    case NETWORK_ERROR_504 ->
                        Verdict.refuse(GatewayResponseType.INTEGRATION_FAILURE, UNREACHABLE, cause);
                    case SERVICE_UNAVAILABLE_503 -> serviceUnavailable(cause);
                };
            case Found.Blocked(Cause.SecurityGroupBlocks cause) ->
                switch (exchange.stage().profile().unhealthyVpcLink()) {
                    case NETWORK_ERROR_504 -> {
                        exchange.unansweredBecause(cause);
                        yield new Verdict.Invoke(new UnansweredCall(), deadlineNanos);
                    }
                    case SERVICE_UNAVAILABLE_503 -> serviceUnavailable(cause);
                };
            case Found.Nowhere(Cause cause) -> Verdict.misconfigured(cause);
        };
    }

    /** What the article says a VPC link answers that leads to nobody. */
    private static Verdict serviceUnavailable(Cause cause) {
        return new Verdict.Refuse(Refusal.of(GatewayResponseType.INTEGRATION_FAILURE, "Service Unavailable", cause)
                .withStatus(503)
                .withErrorType("ServiceUnavailableException"));
    }
}
