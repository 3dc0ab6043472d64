/**
 * JSON Web Tokens: who signed one, whether it is good now, and what it says. Cognito authorizers of REST APIs and JWT
 * authorizers of HTTP APIs both ask here; nothing in this package knows either.
 *
 * <p>The one rule: keys come from the workspace, the time from the caller, and anything that is not proven is refused.
 * Start with {@link dev.sluice.engine.execution.token.TokenCheck}.
 */
@NullMarked
package dev.sluice.engine.execution.token;

import org.jspecify.annotations.NullMarked;
