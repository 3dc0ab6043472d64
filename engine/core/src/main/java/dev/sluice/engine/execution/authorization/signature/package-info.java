/**
 * Requests signed by AWS's Signature Version 4, in the {@code Authorization} header or in the query string: is the
 * signature there, whole, timely and genuine
 * ({@link dev.sluice.engine.execution.authorization.signature.SignatureCheck}).
 *
 * <p>The one rule: the signature is computed anew from the request as it came and compared; nothing a client says about
 * its own request is believed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
@NullMarked
package dev.sluice.engine.execution.authorization.signature;

import org.jspecify.annotations.NullMarked;
