package com.sun.glass.ui.headless;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.EventLoop;
import com.sun.glass.ui.SystemClipboard;
import java.util.HashMap;

/** The clipboard of one drag: from the push that starts it a nested event loop runs, until a view takes the drop. */
public final class WideDragClipboard extends SystemClipboard {
    private static WideDragClipboard active;

    private WideView over;
    private int supportedActions;
    private int action = Clipboard.ACTION_NONE;
    private int result = Clipboard.ACTION_NONE;
    private EventLoop loop;

    public WideDragClipboard() {
        super(Clipboard.DND);
    }

    /** The drag that is going on, or null. */
    static WideDragClipboard active() {
        return active;
    }

    void moveOver(WideView view, int x, int y, int xAbs, int yAbs) {
        if (over != view) {
            if (over != null) {
                over.notifyDragLeave();
            }
            over = view;
            action = view.notifyDragEnter(x, y, xAbs, yAbs, preferredAction());
        }
        action = view.notifyDragOver(x, y, xAbs, yAbs, preferredAction());
    }

    void dropOn(WideView view, int x, int y, int xAbs, int yAbs) {
        if (action == Clipboard.ACTION_NONE) {
            if (over != null) {
                over.notifyDragLeave();
            }
        } else {
            result = view.notifyDragDrop(x, y, xAbs, yAbs, action);
        }
        active = null;
        loop.leave(null);
    }

    private int preferredAction() {
        if ((supportedActions & Clipboard.ACTION_MOVE) != 0) {
            return Clipboard.ACTION_MOVE;
        }
        return (supportedActions & Clipboard.ACTION_COPY) != 0 ? Clipboard.ACTION_COPY : supportedActions;
    }

    @Override
    protected void pushToSystem(HashMap<String, Object> data, int supported) {
        active = this;
        supportedActions = supported;
        over = null;
        action = Clipboard.ACTION_NONE;
        result = Clipboard.ACTION_NONE;
        loop = Application.GetApplication().createEventLoop();
        loop.enter();
        actionPerformed(result);
    }

    @Override
    protected boolean isOwner() {
        return true;
    }

    @Override
    protected void pushTargetActionToSystem(int actionDone) {}

    @Override
    protected Object popFromSystem(String mimeType) {
        return null;
    }

    @Override
    protected int supportedSourceActionsFromSystem() {
        return Clipboard.ACTION_NONE;
    }

    @Override
    protected String[] mimesFromSystem() {
        return new String[0];
    }
}
