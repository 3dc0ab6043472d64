package com.sun.glass.ui.wide;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.WideApplication;
import com.sun.glass.ui.headless.WideDragClipboard;

/**
 * A windowing platform for tests, chosen with {@code -Dglass.platform=Wide}: JavaFX's own Headless platform with a
 * screen of any size, drag and drop, and a mouse that behaves as a mouse.
 */
public final class WidePlatformFactory extends HeadlessPlatformFactory {
    @Override
    public Application createApplication() {
        return new WideApplication();
    }

    @Override
    public ClipboardDelegate createClipboardDelegate() {
        ClipboardDelegate base = super.createClipboardDelegate();
        return name -> Clipboard.DND.equals(name) ? new WideDragClipboard() : base.createClipboard(name);
    }
}
