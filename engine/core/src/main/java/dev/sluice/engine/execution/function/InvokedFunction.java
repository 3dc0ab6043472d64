package dev.sluice.engine.execution.function;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.backend.function.InvokeAnswer;
import dev.sluice.engine.definition.Backend;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.HttpFunction;
import dev.sluice.engine.definition.ProcessFunction;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.http.Body;
import dev.sluice.engine.http.HttpResponse;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The function that an invocation ARN names, ready to be called. Immutable. */
public final class InvokedFunction {
    private static final String FUNCTION = ":function:";

    /** Status of an invocation that nobody waits for. */
    private static final int ACCEPTED = 202;

    private final String name;
    private final String arn;
    private final String invokeUrl;
    private final Optional<Backend.Function> function;
    private final Optional<PostedFunction> posted;

    private InvokedFunction(String name, String arn, String invokeUrl, Workspace workspace) {
        this.name = name;
        this.arn = arn;
        this.invokeUrl = invokeUrl;
        function = workspace
                .backend(name)
                .filter(Backend.Function.class::isInstance)
                .map(Backend.Function.class::cast);
        posted = function.filter(HttpFunction.class::isInstance)
                .map(found -> new PostedFunction((HttpFunction) found, workspace));
    }

    /**
     * @param uri {@code arn:aws:apigateway:REGION:lambda:path/.../functions/ARN/invocations}, stage variables filled in
     */
    public static InvokedFunction of(String uri, Workspace workspace) {
        return new InvokedFunction(
                name(uri), arn(uri), invokeUrl(uri, workspace.account().region()), workspace);
    }

    /** Whether the URI of an integration invokes a function rather than calling another service. */
    public static boolean isNamedBy(String uri) {
        return uri.contains(":lambda:path/") && uri.endsWith("/invocations");
    }

    /** The name without qualifier: {@code ...:function:NAME[:ALIAS]/invocations}. */
    private static String name(String uri) {
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

    private static String arn(String uri) {
        int start = uri.indexOf("arn:aws:lambda:");
        if (start < 0) {
            return uri;
        }
        int end = uri.indexOf('/', start);
        return uri.substring(start, end < 0 ? uri.length() : end);
    }

    private static String invokeUrl(String uri, String region) {
        int path = uri.indexOf(":path/");
        return "https://lambda." + region + ".amazonaws.com/" + (path < 0 ? uri : uri.substring(path + 6));
    }

    /** Empty if the URI names no function. */
    public String name() {
        return name;
    }

    /** What the execution log calls the endpoint: Lambda's own address. */
    public String invokeUrl() {
        return invokeUrl;
    }

    /**
     * The call that runs it with this payload; empty if the workspace has no such function, or one whose URL is no
     * address.
     */
    public Optional<Call> call(Body event, Exchange exchange) {
        return function.flatMap(found -> switch (found) {
            case ModelledFunction modelled -> Optional.of(modelled(modelled, event, newId(exchange), exchange));
            case HttpFunction ignored -> posted.flatMap(http -> http.call(event, exchange));
            case ProcessFunction process -> Optional.of(process(process, event, exchange));
        });
    }

    private static String newId(Exchange exchange) {
        return exchange.ids().requestId();
    }

    private static FunctionInvocation modelled(
            ModelledFunction function, Body event, String requestId, Exchange exchange) {
        return new FunctionInvocation(
                function,
                event,
                requestId,
                exchange.ids().nextBits(),
                exchange.table().functions());
    }

    private Call process(ProcessFunction process, Body event, Exchange exchange) {
        String requestId = newId(exchange);
        Optional<Call.ToModel> model = process.played().map(modelled -> modelled(modelled, event, requestId, exchange));
        return new Call.ToProcess(process, arn, requestId, exchange.trace().value(), event, model);
    }

    /** The call that starts it with this payload and does not wait for its answer; empty as for {@link #call}. */
    public Optional<Call> start(Body event, Exchange exchange) {
        return call(event, exchange).map(Call.Unawaited::new);
    }

    /** Reads what Invoke answered. */
    public FunctionResult read(HttpResponse answer) {
        if (posted.isPresent()) {
            return posted.get().read(answer);
        }
        if (answer.status() != 200 && answer.status() != ACCEPTED) {
            return new FunctionResult.NotInvoked(answer.status());
        }
        return answer.headers().contains(InvokeAnswer.FUNCTION_ERROR)
                ? failed(answer.body())
                : new FunctionResult.Returned(answer.body());
    }

    static FunctionResult failed(Body payload) {
        try {
            JsonNode error = JsonMapper.shared().readTree(payload.utf8());
            return new FunctionResult.Failed(
                    error.path("errorType").asString(""),
                    error.path("errorMessage").asString(""),
                    payload);
        } catch (JacksonException e) {
            return new FunctionResult.Failed("", payload.utf8(), payload);
        }
    }
}
