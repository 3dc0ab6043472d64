/**
 * What our drawn controls stand on: a canvas that fills its region, redraws when size, theme or scale change, and a
 * grid of device pixels to align to.
 *
 * <p>The one rule: edges lie on device pixels, so that lines and columns are crisp at 100 % and at 150 %. Start with
 * {@link dev.sluice.app.kit.drawing.Drawing}.
 */
@NullMarked
package dev.sluice.app.kit.drawing;

import org.jspecify.annotations.NullMarked;
