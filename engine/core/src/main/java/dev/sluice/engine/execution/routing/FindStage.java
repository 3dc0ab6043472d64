package dev.sluice.engine.execution.routing;

import dev.sluice.engine.definition.Account;
import dev.sluice.engine.definition.DomainName;
import dev.sluice.engine.definition.DomainName.BasePathMapping;
import dev.sluice.engine.definition.GatewayResponseType;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.Stop;
import dev.sluice.engine.execution.Verdict;
import dev.sluice.engine.execution.serving.ServedStage;
import dev.sluice.engine.execution.serving.ServingTable;
import dev.sluice.engine.execution.serving.StageEntrance;
import dev.sluice.engine.http.HttpRequest;
import dev.sluice.engine.journal.Cause;
import java.util.Locale;
import java.util.Optional;

/**
 * Host and first path segments to API and stage, then the canary's share.
 *
 * <p>An API is called in three ways: {@code /_aws/execute-api/API/STAGE/...} on any host, {@code /STAGE/...} on a host
 * {@code API.execute-api.ANYTHING}, and through a custom domain's base paths. What leads nowhere is 403
 * {@code Forbidden} (data-plane section 3.3).
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
            return forbidden(new Cause.UnknownStage(host, path));
        }
        return customDomain(table, domain.get(), path)
                .map(mapped -> found(exchange, mapped))
                .orElseGet(() -> forbidden(new Cause.NoBasePathMapping(host, path)));
    }

    private static Verdict found(Exchange exchange, Address address) {
        ServedStage stage = address.entrance().choose(exchange.ids().nextBits());
        exchange.arrivedAt(address, stage);
        return Verdict.GO;
    }

    private static Verdict forbidden(Cause cause) {
        return Verdict.refuse(GatewayResponseType.INVALID_API_KEY, "Forbidden", cause);
    }

    private static Optional<Address> pathStyle(ServingTable table, String rest) {
        int slash = rest.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String apiId = rest.substring(0, slash);
        Account account = table.account();
        return underStage(
                table, apiId, rest.substring(slash), apiId + HOST_STYLE + account.region() + ".amazonaws.com");
    }

    /** @param path {@code /STAGE} or {@code /STAGE/...} */
    private static Optional<Address> underStage(ServingTable table, String apiId, String path, String domainName) {
        int end = path.indexOf('/', 1);
        String stageName = end < 0 ? path.substring(1) : path.substring(1, end);
        String rest = end < 0 ? "/" : withoutLeadingDoubles(path.substring(end));
        Optional<StageEntrance> entrance = table.stage(apiId, stageName);
        return entrance.map(stage -> new Address(stage, rest, path, domainName, ""));
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
