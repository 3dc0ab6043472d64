/**
 * Functions as the gateway calls them: proxy and custom integrations and Lambda authorizers all go through
 * {@link dev.sluice.engine.execution.function.InvokedFunction}, whatever kind of backend stands behind the name.
 *
 * <p>The one rule: what runs a function is the backend's business; here is only the name, the payload and what came
 * back, as Lambda's <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a> has them.
 */
@NullMarked
package dev.sluice.engine.execution.function;

import org.jspecify.annotations.NullMarked;
