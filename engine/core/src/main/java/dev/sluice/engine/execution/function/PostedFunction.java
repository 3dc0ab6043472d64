package dev.sluice.engine.execution.function;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.ModelledHttpCall;
import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.definition.Backend.HttpEndpoint;
import dev.sluice.engine.definition.HttpFunction;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.integration.EndpointAddress;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.Headers;
import dev.sluice.engine.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A function behind an address. Lambda's Runtime Interface Emulator answers 200 also for a function that failed: then
 * the payload is an error object, or plain text for a time-out.
 */
final class PostedFunction {
    private static final Set<String> ERROR_KEYS =
            Set.of("errorMessage", "errorType", "requestId", "stackTrace", "trace", "cause");

    private final Optional<EndpointAddress> address;
    private final Optional<HttpEndpoint> modelled;

    PostedFunction(HttpFunction function, Workspace workspace) {
        address = EndpointAddress.of(function.url());
        modelled = address.flatMap(found -> workspace.backends().stream()
                .filter(HttpEndpoint.class::isInstance)
                .map(HttpEndpoint.class::cast)
                .filter(endpoint -> endpoint.authority().equals(found.authority()))
                .findFirst());
    }

    /** Empty if the URL is no address. */
    Optional<Call> call(Body event, Exchange exchange) {
        return address.map(found -> modelled.<Call>map(endpoint -> ModelledHttpCall.to(
                        endpoint, "POST", found.target(), exchange.ids().nextBits()))
                .orElseGet(() -> network(found, event, exchange)));
    }

    private static Call network(EndpointAddress address, Body event, Exchange exchange) {
        Headers headers = Headers.of(
                "Host",
                address.authority(),
                "Content-Type",
                "application/json",
                "Content-Length",
                Integer.toString(event.length()),
                "X-Amzn-Trace-Id",
                exchange.trace().value());
        return new Call.ToNetwork(
                address.tls(), address.host(), address.port(), "POST", address.target(), headers, event);
    }

    FunctionResult read(HttpResponse answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            return new FunctionResult.NotInvoked(answer.status());
        }
        Body payload = answer.body();
        if (payload.length() > InvokeAnswer.LARGEST_PAYLOAD) {
            return InvokedFunction.failed(InvokeAnswer.tooLarge());
        }
        boolean failed = answer.headers().contains(InvokeAnswer.FUNCTION_ERROR) || isError(payload);
        return failed ? InvokedFunction.failed(payload) : new FunctionResult.Returned(payload);
    }

    private static boolean isError(Body payload) {
        String text = payload.utf8();
        if (!text.startsWith("{")) {
            return text.startsWith("Task timed out after ");
        }
        // A cheap look first: nearly every answer is a large one without these words.
        if (!text.contains("\"errorMessage\"") && !text.contains("\"errorType\"")) {
            return false;
        }
        try {
            JsonNode root = JsonMapper.shared().readTree(text);
            return (root.has("errorMessage") || root.has("errorType")) && ERROR_KEYS.containsAll(root.propertyNames());
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
