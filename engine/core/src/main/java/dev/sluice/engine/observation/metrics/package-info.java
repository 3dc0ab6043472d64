/**
 * Metrics as CloudWatch would show them in namespace {@code AWS/ApiGateway} (data-plane section 15): counts, errors and
 * latencies for each API, stage and method, minute by minute.
 *
 * <p>The one rule: every exchange is counted once, at the finest place, when it closes; what an API or a stage shows is
 * the sum of its places, made when somebody asks. Start with {@link dev.sluice.engine.observation.metrics.Metrics}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html">Metrics
 *     and dimensions</a>
 */
@NullMarked
package dev.sluice.engine.observation.metrics;

import org.jspecify.annotations.NullMarked;
