package dev.sluice.engine.execution.httpapi;

import java.util.Map;

/**
 * Who is calling, as a route's authorization found out.
 *
 * @param inEventV2 {@code requestContext.authorizer} in format 2.0: one member, named after the kind of authorizer
 * @param inContext {@code $context.authorizer}, and {@code requestContext.authorizer} in format 1.0
 * @param identity what {@code requestContext.identity} says of a signing user in format 1.0
 */
record RouteCaller(Map<String, Object> inEventV2, Map<String, Object> inContext, Map<String, String> identity) {
    /** A caller that did not sign. */
    RouteCaller(Map<String, Object> inEventV2, Map<String, Object> inContext) {
        this(inEventV2, inContext, Map.of());
    }
}
