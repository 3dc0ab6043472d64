package dev.sluice.engine.control.usageplans;

import java.util.Optional;
import java.util.Set;

/**
 * The key of one method's throttle in a plan: {@code /users/GET}, {@code //GET} for the root. Clients write it escaped
 * ({@code ~1users/GET}), with and without the first slash, and the root's as {@code /GET} or {@code //GET}: all are one
 * key here.
 */
final class MethodKey {
    private static final Set<String> METHODS =
            Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY", "*");

    private MethodKey() {}

    /** The key as plans keep it; absent if the text does not end with a method. */
    static Optional<String> of(String text) {
        String plain = text.replace("~1", "/").replace("~0", "~");
        int slash = plain.lastIndexOf('/');
        String method = plain.substring(slash + 1);
        if (!METHODS.contains(method)) {
            return Optional.empty();
        }
        String resource = slash < 0 ? "" : plain.substring(0, slash);
        while (resource.startsWith("/")) {
            resource = resource.substring(1);
        }
        return Optional.of("/" + resource + "/" + method);
    }
}
