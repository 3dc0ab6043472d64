/**
 * How AWS services speak: JSON 1.0 and 1.1 with {@code X-Amz-Target}, the query protocol of forms and XML, and their
 * error envelopes (control-plane section 3).
 *
 * <p>The one rule: an operation takes a JSON object and gives one; which protocol carried it is decided here. Start
 * with {@link dev.sluice.engine.backend.protocol.JsonProtocol}.
 */
@NullMarked
package dev.sluice.engine.backend.protocol;

import org.jspecify.annotations.NullMarked;
