/**
 * Bodies compressed on the wire: request bodies are decompressed before anybody reads them, answers are compressed
 * after everybody has (data-plane section 18).
 *
 * <p>Start with {@link dev.sluice.engine.execution.compression.DecompressRequest}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html">
 *     Payload compression</a>
 */
@NullMarked
package dev.sluice.engine.execution.compression;

import org.jspecify.annotations.NullMarked;
