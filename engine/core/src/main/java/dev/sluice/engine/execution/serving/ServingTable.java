package dev.sluice.engine.execution.serving;

import dev.sluice.engine.backend.function.FunctionRuntime;
import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.authorization.AuthorizerOutput;
import dev.sluice.engine.execution.authorization.AuthorizerResults;
import dev.sluice.engine.execution.caching.MethodCache;
import dev.sluice.engine.execution.httpapi.AuthorizerDecision;
import dev.sluice.engine.execution.throttling.Throttle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One revision of the workspace, ready for requests. Immutable but for the buckets it shares with other revisions. */
public final class ServingTable {
    private final Workspace workspace;
    private final RuntimeState state;
    private final Map<String, Entrance> stages;
    private final Map<String, ServedKey> keysByValue;
    private final Map<String, DomainName> domains = new HashMap<>();

    ServingTable(
            Workspace workspace, RuntimeState state, Map<String, Entrance> stages, Map<String, ServedKey> keysByValue) {
        this.workspace = workspace;
        this.state = state;
        this.stages = Map.copyOf(stages);
        this.keysByValue = Map.copyOf(keysByValue);
        for (DomainName domain : workspace.domainNames()) {
            domains.put(domain.domainName().toLowerCase(Locale.ROOT), domain);
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    public Account account() {
        return workspace.account();
    }

    public Throttle throttle() {
        return state.throttle();
    }

    /** What the stages' method caches keep. */
    public MethodCache cache() {
        return state.cache();
    }

    /** What Lambda authorizers have answered and is still good. */
    public AuthorizerResults<AuthorizerOutput.Usable> authorizerResults() {
        return state.authorizerResults();
    }

    public FunctionRuntime functions() {
        return state.functions();
    }

    /** What Lambda authorizers of HTTP APIs have answered. */
    public AuthorizerResults<AuthorizerDecision> routeAuthorizers() {
        return state.routeAuthorizers();
    }

    /** Stage names are case-sensitive. */
    public Optional<Entrance> stage(String apiId, String stageName) {
        return Optional.ofNullable(stages.get(ServedKey.stageKey(apiId, stageName)));
    }

    /** Whether this is the id of an HTTP API, whatever its stages. */
    public boolean isHttpApi(String apiId) {
        return workspace.httpApi(apiId).isPresent();
    }

    public Optional<ServedKey> apiKey(String value) {
        return Optional.ofNullable(keysByValue.get(value));
    }

    /**
     * A stage that serves one method of an API's draft for a test invocation, logged in full and limited by nothing.
     */
    public DraftMethod draft(
            RestApi api, Resource resource, Method method, String stageName, Map<String, String> variables) {
        return new ServingTableBuilder(workspace, state).draft(api, resource, method, stageName, variables);
    }

    /** @param host in lower case, without a port */
    public Optional<DomainName> domainName(String host) {
        return Optional.ofNullable(domains.get(host));
    }
}
