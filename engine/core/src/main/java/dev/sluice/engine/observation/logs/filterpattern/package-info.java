/**
 * Filter patterns of CloudWatch Logs: terms, JSON patterns in braces, fields divided by blanks in brackets.
 * {@link dev.sluice.engine.observation.logs.filterpattern.FilterPattern} is the way in. A pattern that is not
 * understood is refused with its place.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern
 *     syntax</a>
 */
@NullMarked
package dev.sluice.engine.observation.logs.filterpattern;

import org.jspecify.annotations.NullMarked;
