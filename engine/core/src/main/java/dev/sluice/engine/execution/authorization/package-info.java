/**
 * Who is calling and whether it may (data-plane sections 6.1 and 8), in the order of the journey: what the API's own
 * policy denies at once ({@link dev.sluice.engine.execution.authorization.CheckResourcePolicy}), signature or token
 * ({@link dev.sluice.engine.execution.authorization.Authenticate}), a function's word
 * ({@link dev.sluice.engine.execution.authorization.CallAuthorizer},
 * {@link dev.sluice.engine.execution.authorization.ReadAuthorizerResult}), both policies together
 * ({@link dev.sluice.engine.execution.authorization.Authorize}), and the API key
 * ({@link dev.sluice.engine.execution.authorization.IdentifyApiKey}).
 *
 * <p>The one rule: what cannot be read or found never lets anybody in. A method that asks for nothing passes each stop
 * at the cost of a comparison.
 */
@NullMarked
package dev.sluice.engine.execution.authorization;

import org.jspecify.annotations.NullMarked;
