/** STS: who is asking. Start with {@link dev.sluice.engine.aws.sts.SecurityTokens}. */
@NullMarked
package dev.sluice.engine.aws.sts;

import org.jspecify.annotations.NullMarked;
