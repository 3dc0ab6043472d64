/**
 * Opening workspaces and remembering them: from a folder to a running engine, off the FX thread.
 *
 * <p>The one rule: nothing here knows a window. Start with {@link dev.sluice.app.opening.WorkspaceOpener}.
 */
@NullMarked
package dev.sluice.app.opening;

import org.jspecify.annotations.NullMarked;
