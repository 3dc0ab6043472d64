package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.execution.caching.CacheId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which caches a workspace has, and how large each is. */
public final class ServedCaches {
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);

    /** Cluster sizes in gigabytes, as AWS writes them, are below 238; a text that is none of them counts as this. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.5");

    private ServedCaches() {}

    /** Bytes by cache. */
    public static Map<CacheId, Long> capacities(Workspace workspace) {
        var capacities = new HashMap<CacheId, Long>();
        for (RestApi api : workspace.restApis()) {
            for (Stage stage : api.stages()) {
                stage.cacheClusterSize().ifPresent(size -> {
                    capacities.put(new CacheId(api.id(), stage.stageName(), false), bytes(size));
                    capacities.put(new CacheId(api.id(), stage.stageName(), true), bytes(size));
                });
            }
        }
        return capacities;
    }

    /** The cache that serves a part of the stage's traffic. */
    static CacheId of(String apiId, Stage stage, ServedStage.Part part) {
        boolean shared =
                stage.canarySettings().map(Stage.CanarySettings::useStageCache).orElse(true);
        return new CacheId(apiId, stage.stageName(), part == ServedStage.Part.CANARY && !shared);
    }

    private static long bytes(String gigabytes) {
        Optional<BigDecimal> size =
                gigabytes.matches("\\d{1,3}(\\.\\d{1,2})?") ? Optional.of(new BigDecimal(gigabytes)) : Optional.empty();
        return size.orElse(SMALLEST).multiply(GIGABYTE).longValue();
    }
}
