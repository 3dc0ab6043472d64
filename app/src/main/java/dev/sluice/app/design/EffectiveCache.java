package dev.sluice.app.design;

import dev.sluice.engine.definition.CacheSetting;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.Stage;
import java.util.Optional;

/** How a stage caches a method, if it does: the stage-wide setting caches GET only. */
final class EffectiveCache {
    private EffectiveCache() {}

    static Optional<CacheSetting> of(Stage stage, String methodKey, Method method) {
        Optional<MethodSetting> own = Optional.ofNullable(stage.methodSettings().get(methodKey));
        boolean caches = stage.cacheClusterSize().isPresent()
                && (own.isPresent()
                        || method.httpMethod().equals("GET")
                        || method.httpMethod().equals(Method.ANY));
        return own.or(() -> Optional.ofNullable(stage.methodSettings().get(Stage.ALL_METHODS)))
                .map(MethodSetting::cache)
                .filter(cache -> caches && cache.enabled() && cache.ttlInSeconds() > 0);
    }
}
