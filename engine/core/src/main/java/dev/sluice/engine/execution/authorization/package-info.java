/**
 * Who is calling: for now the API key and the usage plan it opens
 * ({@link dev.sluice.engine.execution.authorization.IdentifyApiKey}, data-plane section 6.1).
 */
@NullMarked
package dev.sluice.engine.execution.authorization;

import org.jspecify.annotations.NullMarked;
