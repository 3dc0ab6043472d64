package dev.sluice.engine.execution.integration;

import dev.sluice.engine.backend.service.ServiceCall;
import dev.sluice.engine.backend.service.ServiceEndpoint;
import dev.sluice.engine.backend.service.ServiceRequest;
import dev.sluice.engine.backend.service.Services;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.journal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The AWS service of an integration: the request as it gets it on its wire, and by when it must answer. */
final class ServiceDestination {
    private static final String TARGET = "X-Amz-Target";
    private static final String CONTENT_TYPE = "Content-Type";

    private final Integration integration;
    private final EndpointUri uri;
    private final Deadline deadline;
    private final Optional<Credentials> credentials;
    private final Services services;

    ServiceDestination(Method method, Map<String, String> variables, Workspace workspace, Services services) {
        this.services = services;
        integration = method.integration();
        uri = new EndpointUri(StageVariableText.filled(integration.uri(), variables));
        deadline = new Deadline(integration, workspace);
        credentials = Credentials.of(method, variables);
    }

    /** Writes the request into the exchange, if there is a service to call and a role to call it with. */
    Verdict map(Exchange exchange, MappedRequest mapped) {
        Optional<String> notAssumable = credentials.flatMap(Credentials::notAssumable);
        if (notAssumable.isPresent()) {
            return Verdict.misconfigured(new Cause.RoleNotAssumable(notAssumable.get()));
        }
        String filled = uri.withPath(mapped.path());
        Optional<ServiceUri> service = ServiceUri.of(filled);
        if (service.isEmpty()) {
            return Verdict.misconfigured(new Cause.InvalidEndpointAddress(filled));
        }
        exchange.mapped(request(exchange, mapped, service.get()));
        return Verdict.GO;
    }

    private IntegrationRequest request(Exchange exchange, MappedRequest mapped, ServiceUri service) {
        String method = HttpDestination.method(integration, exchange);
        Body body = ForwardedHeaders.hasContent(method) ? mapped.body() : Body.EMPTY;
        Optional<ServiceProtocol> json =
                service.action().isEmpty() ? Optional.empty() : ServiceProtocol.json(service.service());
        Headers headers = headers(exchange, mapped, service, json);
        String query = query(mapped.query(), service, json.isPresent());
        var request = new ServiceRequest(
                service.service(),
                method,
                service.path(),
                service.action(),
                query,
                HttpDestination.sized(method, headers, body),
                body);
        return IntegrationRequest.toService(service.host(), request);
    }

    private static Headers headers(
            Exchange exchange, MappedRequest mapped, ServiceUri service, Optional<ServiceProtocol> json) {
        Headers set = mapped.asHeaders();
        Headers headers = ForwardedHeaders.forAws(
                exchange.httpMethod(),
                exchange.request().headers(),
                set,
                HttpDestination.own(exchange, "https://" + service.host()));
        if (json.isEmpty()) {
            return headers;
        }
        Headers.Builder told = headers.toBuilder();
        if (!set.contains(TARGET)) {
            told.set(TARGET, json.get().target(service.action()));
        }
        if (!set.contains(CONTENT_TYPE)) {
            told.set(CONTENT_TYPE, json.get().contentType());
        }
        return told.build();
    }

    private static String query(Map<String, List<String>> mapped, ServiceUri service, boolean isJson) {
        String own = EndpointUri.query(mapped, service.query());
        if (isJson || service.action().isEmpty()) {
            return own;
        }
        String action = "Action=" + service.action();
        return own.isEmpty() ? action : action + "&" + own;
    }

    /** @param nowNanos nanoseconds since 1970-01-01T00:00Z */
    Verdict call(Exchange exchange, long nowNanos) {
        ServiceRequest request = exchange.integrationRequest().service().orElseThrow();
        Optional<ServiceEndpoint> endpoint = services.find(request.service());
        return endpoint.<Verdict>map(found -> new Verdict.Invoke(
                        new ServiceCall(found, request, exchange.ids().nextBits()), deadline.after(nowNanos)))
                .orElseGet(() -> Verdict.misconfigured(new Cause.ServiceNotFound(request.service())));
    }
}
