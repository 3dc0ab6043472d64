/**
 * Stop 8: what a method asks of its requests before anything is called (data-plane section 7).
 *
 * <p>The one rule: models and bodies are strangers' input. Nothing is fetched for a {@code $ref}, regular expressions
 * run in linear time, and every check has an end. Start with
 * {@link dev.sluice.engine.execution.validation.ValidateRequest}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html">
 *     Request validation</a>
 */
@NullMarked
package dev.sluice.engine.execution.validation;

import org.jspecify.annotations.NullMarked;
