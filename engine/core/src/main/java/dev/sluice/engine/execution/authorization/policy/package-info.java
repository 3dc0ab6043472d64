/**
 * Policies in AWS's policy language: read once, then asked for each request
 * ({@link dev.sluice.engine.execution.authorization.policy.Policy}).
 *
 * <p>The one rule: what is not understood never allows. A statement with an unknown element or operator makes the whole
 * document unusable, with a sentence that says why. Patterns are matched in bounded time, without regular expressions.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">JSON policy
 *     elements</a>
 */
@NullMarked
package dev.sluice.engine.execution.authorization.policy;

import org.jspecify.annotations.NullMarked;
