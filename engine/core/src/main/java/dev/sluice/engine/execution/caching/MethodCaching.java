package dev.sluice.engine.execution.caching;

import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.Integration;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.execution.Exchange;
import dev.sluice.engine.execution.mapping.MappingFacts;
import dev.sluice.engine.execution.mapping.ParameterSource;
import dev.sluice.engine.execution.mapping.ParameterSource.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a stage caches one method, ready for requests (data-plane section 12). The stage-wide setting caches GET alone; a
 * method's own setting caches whatever method it is.
 */
public final class MethodCaching {
    /** The method is not cached. */
    public static final MethodCaching NONE =
            new MethodCaching(new CacheId("", "", false), "", List.of(), false, CacheSetting.DEFAULT);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final String INTEGRATION = "integration.request.";

    private final CacheId cache;
    private final String namespace;
    private final List<ParameterSource> keyParameters;
    private final boolean onlyGet;
    private final CacheSetting setting;

    private MethodCaching(
            CacheId cache,
            String namespace,
            List<ParameterSource> keyParameters,
            boolean onlyGet,
            CacheSetting setting) {
        this.cache = cache;
        this.namespace = namespace;
        this.keyParameters = keyParameters;
        this.onlyGet = onlyGet;
        this.setting = setting;
    }

    /**
     * @param cache the cache that serves this method
     * @param ownSetting what the stage sets for this method alone; null if it sets nothing
     */
    public static MethodCaching of(
            CacheId cache, Stage stage, Resource resource, Method method, @Nullable MethodSetting ownSetting) {
        MethodSetting all = stage.methodSettings().getOrDefault(Stage.ALL_METHODS, MethodSetting.NONE);
        CacheSetting setting = ownSetting == null ? all.cache() : ownSetting.cache();
        boolean cached = stage.cacheClusterSize().isPresent() && setting.enabled() && setting.ttlInSeconds() > 0;
        if (!cached) {
            return NONE;
        }
        Integration integration = method.integration();
        return new MethodCaching(
                cache,
                integration.cacheNamespace().orElse(resource.id()),
                sources(integration),
                ownSetting == null,
                setting);
    }

    private static List<ParameterSource> sources(Integration integration) {
        var sources = new ArrayList<ParameterSource>();
        for (String parameter : integration.cacheKeyParameters()) {
            Optional<String> expression = parameter.startsWith(INTEGRATION)
                    ? Optional.ofNullable(integration.requestParameters().get(parameter))
                    : Optional.of(parameter);
            expression
                    .map(ParameterSource::ofRequest)
                    .filter(Parsed.Source.class::isInstance)
                    .ifPresent(parsed -> sources.add(((Parsed.Source) parsed).source()));
        }
        return List.copyOf(sources);
    }

    boolean applies(Exchange exchange) {
        return this != NONE && (!onlyGet || exchange.httpMethod().equals("GET"));
    }

    CacheSetting setting() {
        return setting;
    }

    /** When an answer that is kept now expires, nanoseconds since 1970-01-01T00:00Z. */
    long expiresAt(long nowNanos) {
        return nowNanos + setting.ttlInSeconds() * NANOS_PER_SECOND;
    }

    CacheKey key(Exchange exchange) {
        return new CacheKey(cache, exchange.httpMethod(), namespace, parameters(exchange));
    }

    /** Each value with its length before it, so that no two lists of values look the same. */
    private String parameters(Exchange exchange) {
        if (keyParameters.isEmpty()) {
            return "";
        }
        MappingFacts facts = exchange.requestFacts();
        var text = new StringBuilder();
        for (ParameterSource source : keyParameters) {
            Optional<String> value = source.resolve(facts).text();
            if (value.isPresent()) {
                text.append(value.get().length()).append(':').append(value.get());
            } else {
                text.append('-');
            }
        }
        return text.toString();
    }
}
