/**
 * What the whole way of a request through the gateway costs: the live listener under load from {@code wrk}, beside the
 * HTTP library it is built on answering the same bytes.
 *
 * <p>The one rule: the two take turns in one run, and only their ratio counts. Start with
 * {@link dev.sluice.engine.bench.gateway.GatewayComparison}.
 */
@NullMarked
package dev.sluice.engine.bench.gateway;

import org.jspecify.annotations.NullMarked;
