package dev.sluice.engine.control.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a patch path that names a method of a stage, in every spelling that clients use (control-plane section
 * 6): <code>/~1users~1{id}/GET</code>, Terraform's <code>/users/{id}/GET</code>, either without the first slash, and
 * {@code *}{@code /*} for all. It is read from its end, because a resource's path may hold slashes.
 *
 * @param key of the stage's method settings: {@code /users/GET}, {@code //GET} for the root, {@code *}{@code /*}
 * @param setting what follows the method, {@code throttling/rateLimit}; empty if the method itself is meant
 */
record MethodSettingPath(String key, String setting) {
    private static final Set<String> METHODS =
            Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY", "*");

    /** The path of one setting. */
    static Optional<MethodSettingPath> ofSetting(String path) {
        List<String> segments = segments(path);
        int method = segments.size() - 3;
        return method < 0
                ? Optional.empty()
                : key(segments.subList(0, method), segments.get(method))
                        .map(key ->
                                new MethodSettingPath(key, segments.get(method + 1) + "/" + segments.get(method + 2)));
    }

    /** The path of a method's whole entry. */
    static Optional<MethodSettingPath> ofMethod(String path) {
        List<String> segments = segments(path);
        int method = segments.size() - 1;
        return key(segments.subList(0, method), segments.get(method)).map(key -> new MethodSettingPath(key, ""));
    }

    private static List<String> segments(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return new ArrayList<>(List.of(relative.split("/", -1)));
    }

    private static Optional<String> key(List<String> resource, String method) {
        String path = String.join("/", resource).replace("~1", "/").replace("~0", "~");
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        String bare = path.substring(start);
        boolean all = bare.equals("*") && method.equals("*");
        boolean one = !bare.equals("*") && !method.equals("*");
        if (!METHODS.contains(method) || !(all || one)) {
            return Optional.empty();
        }
        return Optional.of(all ? "*/*" : "/" + bare + "/" + method);
    }
}
