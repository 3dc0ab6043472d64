package dev.sluice.engine.execution.routing;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.DomainName.BasePathMapping;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.definition.HttpApi;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.httpapi.HttpApiRefusal;
import dev.sluice.engine.execution.serving.Entrance;
import dev.sluice.engine.execution.serving.ServingTable;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.journal.Cause;
import java.util.Locale;
import java.util.Optional;

/**
 * Host and first path segments to API and stage, then the canary's share.
 *
 * <p>An API is called in three ways: {@code /_aws/execute-api/API/STAGE/...} on any host, {@code /STAGE/...} on a host
 * {@code API.execute-api.ANYTHING}, and through a custom domain's base paths. What leads nowhere is 403
 * {@code Forbidden} (data-plane section 3.3). A stage {@code $default} is called without its name.
 */
public final class FindStage implements Stop {
    private static final String PATH_STYLE = "/_aws/execute-api/";
    private static final String HOST_STYLE = ".execute-api.";

    @Override
    public Verdict visit(Exchange exchange, long nowNanos) {
        HttpRequest request = exchange.request();
        String host = host(request);
        String path = withoutLeadingDoubles(request.rawPath());
        ServingTable table = exchange.table();
        Optional<Address> address = path.startsWith(PATH_STYLE)
                ? pathStyle(table, path.substring(PATH_STYLE.length()))
                : host.contains(HOST_STYLE)
                        ? underStage(table, host.substring(0, host.indexOf(HOST_STYLE)), path, host)
                        : Optional.empty();
        if (address.isPresent()) {
            return found(exchange, address.get());
        }
        Optional<DomainName> domain = table.domainName(host);
        if (domain.isEmpty()) {
            return unknown(exchange, host, path);
        }
        return customDomain(table, domain.get(), path)
                .map(mapped -> found(exchange, mapped))
                .orElseGet(() -> forbidden(new Cause.NoBasePathMapping(host, path)));
    }

    private static Verdict found(Exchange exchange, Address address) {
        address.entrance().enter(exchange, address);
        return Verdict.GO;
    }

    /** An HTTP API says 404 to a stage it does not have (data-plane section 19); everything else is forbidden. */
    private static Verdict unknown(Exchange exchange, String host, String path) {
        var cause = new Cause.UnknownStage(host, path);
        if (!exchange.table().isHttpApi(apiId(host, path))) {
            return forbidden(cause);
        }
        exchange.takeHttpApiJourney();
        return HttpApiRefusal.notFound(cause);
    }

    private static String apiId(String host, String path) {
        if (path.startsWith(PATH_STYLE)) {
            String rest = path.substring(PATH_STYLE.length());
            int slash = rest.indexOf('/');
            return slash < 0 ? rest : rest.substring(0, slash);
        }
        int style = host.indexOf(HOST_STYLE);
        return style < 0 ? "" : host.substring(0, style);
    }

    private static Verdict forbidden(Cause cause) {
        return Verdict.refuse(GatewayResponseType.INVALID_API_KEY, "Forbidden", cause);
    }

    private static Optional<Address> pathStyle(ServingTable table, String rest) {
        int slash = rest.indexOf('/');
        String apiId = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "/" : rest.substring(slash);
        Account account = table.account();
        return underStage(table, apiId, path, apiId + HOST_STYLE + account.region() + ".amazonaws.com");
    }

    /**
     * The stage that the first segment names; else the stage of an HTTP API that is called without its name.
     *
     * @param path {@code /STAGE}, {@code /STAGE/...}, or anything on an HTTP API with a default stage
     */
    private static Optional<Address> underStage(ServingTable table, String apiId, String path, String domainName) {
        int end = path.indexOf('/', 1);
        String stageName = end < 0 ? path.substring(1) : path.substring(1, end);
        String rest = end < 0 ? "/" : withoutLeadingDoubles(path.substring(end));
        Optional<Entrance> entrance = table.stage(apiId, stageName);
        return entrance.isPresent()
                ? entrance.map(stage -> new Address(stage, rest, path, domainName, ""))
                : table.stage(apiId, HttpApi.DEFAULT_STAGE)
                        .map(stage -> new Address(stage, withoutLeadingDoubles(path), path, domainName, ""));
    }

    /** The longest base path of whole segments wins; what the API defines plays no part. */
    private static Optional<Address> customDomain(ServingTable table, DomainName domain, String path) {
        BasePathMapping longest = null;
        String longestBase = "";
        for (BasePathMapping mapping : domain.basePathMappings()) {
            String base = mapping.basePath().equals(BasePathMapping.NONE) ? "" : "/" + mapping.basePath();
            boolean matches =
                    path.startsWith(base) && (path.length() == base.length() || path.charAt(base.length()) == '/');
            if (matches && (longest == null || base.length() > longestBase.length())) {
                longest = mapping;
                longestBase = base;
            }
        }
        if (longest == null) {
            return Optional.empty();
        }
        String rest = path.length() == longestBase.length() ? "/" : path.substring(longestBase.length());
        String matched = longestBase;
        return table.stage(longest.restApiId(), longest.stage())
                .map(stage -> new Address(stage, withoutLeadingDoubles(rest), path, domain.domainName(), matched));
    }

    private static String host(HttpRequest request) {
        String authority = request.headers().first("Host").orElse("");
        int port = authority.lastIndexOf(':');
        String host = port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority;
        return host.toLowerCase(Locale.ROOT);
    }

    /** {@code //stage/x} is {@code /stage/x} (data-plane section 4, recorded). */
    private static String withoutLeadingDoubles(String path) {
        int start = 0;
        while (start + 1 < path.length() && path.charAt(start + 1) == '/') {
            start++;
        }
        return path.substring(start);
    }
}
