package dev.sluice.engine.definition;

import java.util.Map;

/**
 * One path of an API.
 *
 * @param id six to ten lower-case letters and digits; stable as long as the path is
 * @param path full path template: {@code /}, {@code /users/{id}}, {@code /files/{proxy+}}
 * @param methods by HTTP method in upper case, or {@code ANY}
 */
public record Resource(String id, String path, Map<String, Method> methods) {
    public Resource {
        methods = Ordered.copyOf(methods);
    }
}
