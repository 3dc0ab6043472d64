package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;

/** A view whose robot mouse behaves as a real one, and which takes part in drag and drop. */
final class WideView extends HeadlessView {
    @Override
    protected void notifyMouse(
            int type,
            int button,
            int x,
            int y,
            int xAbs,
            int yAbs,
            int modifiers,
            boolean isPopupTrigger,
            boolean isSynthesized) {
        // The stock robot sends drags without the button's modifier, and marks each press as made from a touch:
        // then cells select on release, and drags have no source.
        int mask = type == MouseEvent.DRAG ? modifiers | modifierOf(button) : modifiers;
        WideDragClipboard drag = WideDragClipboard.active();
        if (drag == null) {
            super.notifyMouse(type, button, x, y, xAbs, yAbs, mask, button == MouseEvent.BUTTON_RIGHT, false);
        } else if (type == MouseEvent.MOVE || type == MouseEvent.DRAG) {
            drag.moveOver(this, x, y, xAbs, yAbs);
        } else if (type == MouseEvent.UP) {
            drag.dropOn(this, x, y, xAbs, yAbs);
        }
    }

    @Override
    protected void notifyScroll(
            int x,
            int y,
            int xAbs,
            int yAbs,
            double deltaX,
            double deltaY,
            int modifiers,
            int lines,
            int chars,
            int defaultLines,
            int defaultChars,
            double xMultiplier,
            double yMultiplier) {
        // The stock robot gives screen coordinates where the view's own are meant.
        super.notifyScroll(
                x - getWindow().getX(),
                y - getWindow().getY(),
                x,
                y,
                deltaX,
                deltaY,
                modifiers,
                lines,
                chars,
                defaultLines,
                defaultChars,
                xMultiplier,
                yMultiplier);
    }

    // These four are here only to be callable from the drag, which is in this package.

    @Override
    protected int notifyDragEnter(int x, int y, int xAbs, int yAbs, int recommendedAction) {
        return super.notifyDragEnter(x, y, xAbs, yAbs, recommendedAction);
    }

    @Override
    protected int notifyDragOver(int x, int y, int xAbs, int yAbs, int recommendedAction) {
        return super.notifyDragOver(x, y, xAbs, yAbs, recommendedAction);
    }

    @Override
    protected int notifyDragDrop(int x, int y, int xAbs, int yAbs, int recommendedAction) {
        return super.notifyDragDrop(x, y, xAbs, yAbs, recommendedAction);
    }

    @Override
    protected void notifyDragLeave() {
        super.notifyDragLeave();
    }

    private static int modifierOf(int button) {
        return switch (button) {
            case MouseEvent.BUTTON_LEFT -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
            case MouseEvent.BUTTON_RIGHT -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
            case MouseEvent.BUTTON_OTHER -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
            default -> 0;
        };
    }
}
