/**
 * What is configured: the gateway's settings as immutable values with API Gateway's own field names.
 *
 * <p>The one rule: a value here never changes and knows nothing of requests. A deployment is an old
 * {@link dev.sluice.engine.definition.ApiDefinition} that a stage points to; undo is an old
 * {@link dev.sluice.engine.definition.Workspace}. Start with {@code Workspace} and follow its components. Names and
 * meanings: <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_Types.html">API Gateway API reference, data
 * types</a>.
 */
@NullMarked
package dev.sluice.engine.definition;

import org.jspecify.annotations.NullMarked;
