/**
 * CloudWatch's metrics in the three encodings that clients use for the same operations (control-plane section 3.1).
 * Start with {@link dev.sluice.engine.aws.cloudwatch.CloudWatch}.
 */
@NullMarked
package dev.sluice.engine.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
