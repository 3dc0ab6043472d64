/**
 * JSON and YAML texts as trees that know where each part stands, so that a problem can name its line and column.
 *
 * <p>The one rule: nothing here throws on a stranger's bytes. Whatever is wrong becomes a
 * {@link dev.sluice.engine.control.Problem}, and the size of the tree is bounded whatever the bytes say. Start with
 * {@link dev.sluice.engine.control.document.Node}; {@link dev.sluice.engine.control.document.DocumentParser} makes
 * them, {@link dev.sluice.engine.control.document.Fields} takes them apart,
 * {@link dev.sluice.engine.control.document.JsonText} writes them.
 */
@NullMarked
package dev.sluice.engine.control.document;

import org.jspecify.annotations.NullMarked;
