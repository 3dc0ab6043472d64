/**
 * The control operations on the account's settings, as pure functions of a workspace. Start with
 * {@link dev.sluice.engine.control.account.AccountOperations}.
 */
@NullMarked
package dev.sluice.engine.control.account;

import org.jspecify.annotations.NullMarked;
