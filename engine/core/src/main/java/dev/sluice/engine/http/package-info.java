/**
 * HTTP messages as plain values: what a driver read from a socket and what it is to write.
 *
 * <p>The one rule: nothing here is normalised. Header case and order, repeated headers and the raw request target are
 * kept as they came, because API Gateway shows them to backends and clients that way. Start with
 * {@link dev.sluice.engine.http.Headers}.
 */
@NullMarked
package dev.sluice.engine.http;

import org.jspecify.annotations.NullMarked;
