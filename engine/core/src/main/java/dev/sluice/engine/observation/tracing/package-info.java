/**
 * Traces as X-Ray would show them: one segment document for each traced exchange (data-plane section 16). Start with
 * {@link dev.sluice.engine.observation.tracing.SegmentDocument}.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html">Segment documents</a>
 */
@NullMarked
package dev.sluice.engine.observation.tracing;

import org.jspecify.annotations.NullMarked;
