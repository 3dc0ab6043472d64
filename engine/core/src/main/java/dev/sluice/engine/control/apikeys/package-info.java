/**
 * The control operations on API keys: create, get, list, update, delete and import, as pure functions of a workspace.
 *
 * <p>The one rule: a value is unique in the account, because it alone tells who calls. Start with
 * {@link dev.sluice.engine.control.apikeys.ApiKeyOperations}. Messages are those recorded from AWS (control-plane
 * section 5.2).
 */
@NullMarked
package dev.sluice.engine.control.apikeys;

import org.jspecify.annotations.NullMarked;
