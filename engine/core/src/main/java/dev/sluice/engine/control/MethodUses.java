package dev.sluice.engine.control;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/** Which method of an API uses something. */
public final class MethodUses {
    private MethodUses() {}

    /** The first one as AWS's errors name it: {@code /test/ANY}, {@code //ANY} for the root (recorded). */
    public static Optional<String> first(ApiDefinition definition, Predicate<Method> uses) {
        for (Resource resource : definition.resources()) {
            for (Method method : resource.methods().values()) {
                if (uses.test(method)) {
                    return Optional.of(resource.path() + "/" + method.httpMethod());
                }
            }
        }
        return Optional.empty();
    }
}
