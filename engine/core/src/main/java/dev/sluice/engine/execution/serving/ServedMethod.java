package dev.sluice.engine.execution.serving;

import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.MethodSetting;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.execution.authorization.ServedAuthorization;
import dev.sluice.engine.execution.caching.MethodCaching;
import dev.sluice.engine.execution.integration.ServedIntegration;
import dev.sluice.engine.execution.throttling.TokenBucket;
import dev.sluice.engine.execution.validation.RequestValidation;
import dev.sluice.engine.journal.Place;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A method on a stage with its settings, its integration made ready, and the buckets that limit it. */
public final class ServedMethod {
    private final Resource resource;
    private final Method method;
    private final String methodKey;
    private final MethodSetting setting;
    private final Place place;
    private final ServedAuthorization authorization;
    private final ServedIntegration integration;
    private final RequestValidation validation;
    private final MethodCaching caching;
    private final TokenBucket[] anonymousTiers;
    private final Function<Membership, TokenBucket[]> tiersForMember;
    private final Map<Membership, TokenBucket[]> memberTiers = new ConcurrentHashMap<>();

    ServedMethod(
            Resource resource,
            Method method,
            MethodSetting setting,
            Place stage,
            ServedAuthorization authorization,
            ServedIntegration integration,
            RequestValidation validation,
            MethodCaching caching,
            TokenBucket[] anonymousTiers,
            Function<Membership, TokenBucket[]> tiersForMember) {
        this.resource = resource;
        this.method = method;
        this.methodKey = methodKey(resource.path(), method.httpMethod());
        this.setting = setting;
        this.place = stage.method(resource.id(), resource.path(), method.httpMethod(), setting.metricsEnabled());
        this.authorization = authorization;
        this.integration = integration;
        this.validation = validation;
        this.caching = caching;
        this.anonymousTiers = anonymousTiers;
        this.tiersForMember = tiersForMember;
    }

    /** Key of a method in a stage's settings and a plan's limits: {@code /pets/GET}, {@code //GET} for the root. */
    public static String methodKey(String resourcePath, String httpMethod) {
        return resourcePath + "/" + httpMethod;
    }

    public Resource resource() {
        return resource;
    }

    public Method method() {
        return method;
    }

    public String methodKey() {
        return methodKey;
    }

    /** The stage's settings for this method, those for all methods filled in. */
    public MethodSetting setting() {
        return setting;
    }

    /** The method as records name it. */
    public Place place() {
        return place;
    }

    public ServedAuthorization authorization() {
        return authorization;
    }

    public ServedIntegration integration() {
        return integration;
    }

    /** What requests are checked for before the integration is called. */
    public RequestValidation validation() {
        return validation;
    }

    /** How the stage caches this method's answers. */
    public MethodCaching caching() {
        return caching;
    }

    /** The buckets a request has to pass, in the active order. The array is shared: callers only read. */
    public TokenBucket[] tiers(Optional<Membership> membership) {
        return membership.isEmpty() ? anonymousTiers : memberTiers.computeIfAbsent(membership.get(), tiersForMember);
    }
}
