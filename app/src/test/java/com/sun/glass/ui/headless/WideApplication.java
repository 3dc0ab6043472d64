package com.sun.glass.ui.headless;

import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;

/**
 * JavaFX's headless application with a screen of {@code -Dheadless.width} by {@code -Dheadless.height} pixels, 1600 by
 * 1000 by default. The stock one is fixed at 1000 by 1000 and fails beyond it (JDK-8364201).
 */
public final class WideApplication extends HeadlessApplication {
    static final int WIDTH = Integer.getInteger("headless.width", 1600);
    static final int HEIGHT = Integer.getInteger("headless.height", 1000);

    private final HeadlessWindowManager windowManager = new HeadlessWindowManager();
    private final ByteBuffer screenPixels = ByteBuffer.allocate(WIDTH * HEIGHT * 4);
    private Screen[] screens;
    private HeadlessRobot robot;

    @Override
    protected Screen[] staticScreen_getScreens() {
        if (screens == null) {
            screens = new Screen[] {
                new Screen(0, 32, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, 96, 96, 1f, 1f, 1f, 1f)
            };
        }
        return screens;
    }

    @Override
    public GlassRobot createRobot() {
        robot = (HeadlessRobot) super.createRobot();
        return robot;
    }

    @Override
    public View createView() {
        return new WideView();
    }

    @Override
    public Window createWindow(Window owner, Screen screen, int styleMask) {
        var window = new WideWindow(windowManager, owner, screen, screenPixels, styleMask);
        if (robot != null) {
            robot.windowAdded(window);
            window.setRobot(robot);
        }
        return window;
    }
}
