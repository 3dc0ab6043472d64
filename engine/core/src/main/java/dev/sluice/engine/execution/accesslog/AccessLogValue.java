package dev.sluice.engine.execution.accesslog;

import org.jspecify.annotations.Nullable;

/** The value behind one {@code $context} name. */
@FunctionalInterface
interface AccessLogValue {
    /** Null if there is none. */
    @Nullable
    String of(ClosedExchange closed);
}
