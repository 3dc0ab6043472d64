package dev.sluice.engine.execution.function;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.FunctionInvocation;
import dev.sluice.engine.definition.Backend.ModelledFunction;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.RequestIds;
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
    private final String invokeUrl;
    private final Optional<ModelledFunction> function;

    private InvokedFunction(String name, String invokeUrl, Optional<ModelledFunction> function) {
        this.name = name;
        this.invokeUrl = invokeUrl;
        this.function = function;
    }

    /**
     * @param uri {@code arn:aws:apigateway:REGION:lambda:path/.../functions/ARN/invocations}, stage variables filled in
     */
    public static InvokedFunction of(String uri, Workspace workspace) {
        String name = name(uri);
        var function = workspace
                .backend(name)
                .filter(ModelledFunction.class::isInstance)
                .map(ModelledFunction.class::cast);
        return new InvokedFunction(name, invokeUrl(uri, workspace.account().region()), function);
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

    /** The call that runs it with this payload; empty if the workspace has no such function. */
    public Optional<Call> call(Body event, RequestIds ids) {
        return function.map(found -> new FunctionInvocation(found, event, ids.nextBits()));
    }

    /** The call that starts it with this payload and does not wait for its answer; empty as for {@link #call}. */
    public Optional<Call> start(Body event, RequestIds ids) {
        return call(event, ids).map(Call.Unawaited::new);
    }

    /** Reads what Invoke answered. */
    public static FunctionResult read(HttpResponse answer) {
        if (answer.status() != 200 && answer.status() != ACCEPTED) {
            return new FunctionResult.NotInvoked(answer.status());
        }
        return answer.headers().contains(FunctionInvocation.FUNCTION_ERROR)
                ? failed(answer.body())
                : new FunctionResult.Returned(answer.body());
    }

    private static FunctionResult failed(Body payload) {
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
