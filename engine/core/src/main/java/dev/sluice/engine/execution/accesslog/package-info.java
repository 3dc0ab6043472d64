/**
 * The access log of a stage: one line for each request, also for one that is refused (data-plane section 14). A format
 * is compiled once for each revision and rendered when the exchange closes; a stage without one costs nothing.
 *
 * <p>The one rule: a value that is not there prints {@code -}. Start with
 * {@link dev.sluice.engine.execution.accesslog.AccessLogFormat}; the names it can ask for beyond those of templates are
 * in {@link dev.sluice.engine.execution.accesslog.AccessLogNames}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html">Variables
 *     for access logging</a>
 */
@NullMarked
package dev.sluice.engine.execution.accesslog;

import org.jspecify.annotations.NullMarked;
