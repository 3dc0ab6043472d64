package com.sun.glass.ui.headless;

import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import javafx.scene.paint.Color;

/** A window that is clipped at the edges of the wide screen instead of failing there. */
final class WideWindow extends HeadlessWindow {
    private static final int WIDTH = WideApplication.WIDTH;
    private static final int HEIGHT = WideApplication.HEIGHT;

    private final IntBuffer screen;

    WideWindow(HeadlessWindowManager manager, Window owner, Screen screen, ByteBuffer pixels, int styleMask) {
        super(manager, owner, screen, pixels, styleMask);
        this.screen = pixels.asIntBuffer();
    }

    @Override
    public Color getColor(int x, int y) {
        int argb = pixel(x, y);
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
    }

    @Override
    public void getScreenCapture(int x, int y, int width, int height, int[] data, boolean scaleToFit) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                data[row * width + column] = pixel(x + column, y + row);
            }
        }
    }

    @Override
    void blit(Pixels drawn) {
        int left = Math.max(0, -getX());
        int right = Math.min(drawn.getWidth(), WIDTH - getX());
        int bottom = Math.min(drawn.getHeight(), HEIGHT - getY());
        var source = (IntBuffer) drawn.getBuffer();
        for (int row = Math.max(0, -getY()); row < bottom && left < right; row++) {
            screen.put((getY() + row) * WIDTH + getX() + left, source, row * drawn.getWidth() + left, right - left);
        }
    }

    @Override
    void clearRect(int x, int width, int y, int height) {
        for (int row = Math.max(0, y); row < Math.min(HEIGHT, y + height); row++) {
            for (int column = Math.max(0, x); column < Math.min(WIDTH, x + width); column++) {
                screen.put(row * WIDTH + column, 0);
            }
        }
    }

    private int pixel(int x, int y) {
        return x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT ? 0 : screen.get(y * WIDTH + x);
    }
}
