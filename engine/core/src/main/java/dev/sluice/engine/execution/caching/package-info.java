/**
 * Stop 9: a stage's method cache, looked into before the integration and filled after it (data-plane section 12).
 *
 * <p>The one rule: a cached answer depends on the request's key, the time given and what was asked before, never on a
 * clock, so live traffic and simulation keep and drop the same answers. Start with
 * {@link dev.sluice.engine.execution.caching.MethodCaching}, which says what of a method is cached;
 * {@link dev.sluice.engine.execution.caching.MethodCache} keeps it.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html">API caching</a>
 */
@NullMarked
package dev.sluice.engine.execution.caching;

import org.jspecify.annotations.NullMarked;
