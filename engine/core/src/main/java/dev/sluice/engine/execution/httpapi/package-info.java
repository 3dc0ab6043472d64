/**
 * HTTP APIs (API Gateway version 2): what of a request's journey differs from that of a REST API (data-plane section
 * 19).
 *
 * <p>The one rule: nothing outside asks "is this an HTTP API?". A stage is an
 * {@link dev.sluice.engine.execution.serving.Entrance}; the one of an HTTP API puts the exchange on another journey,
 * whose stops are here. What they find they write into {@link dev.sluice.engine.execution.httpapi.HttpApiVisit}; start
 * there.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html">HTTP APIs</a>
 */
@NullMarked
package dev.sluice.engine.execution.httpapi;

import org.jspecify.annotations.NullMarked;
