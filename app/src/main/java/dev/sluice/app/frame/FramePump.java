package dev.sluice.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/**
 * The one animation timer of the window. It hands what is visible the engine's state, at most 30 times a second while
 * the window has the focus and 5 times while it has not. FX thread only.
 */
public final class FramePump {
    /** Most journal records in one frame; older ones are counted and left out. */
    public static final int MOST_RECORDS = 5_000;

    private static final long FOCUSED_INTERVAL_NANOS = 1_000_000_000L / 30;
    private static final long UNFOCUSED_INTERVAL_NANOS = 1_000_000_000L / 5;
    /** Pulses come a little early or late; without this slack every second 60 Hz pulse would be let go by. */
    private static final long PULSE_JITTER_NANOS = 4_000_000;

    private final List<FrameFeed> feeds = new ArrayList<>();
    private final FrameSource source;
    private final BooleanSupplier focused;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            pulse(nowNanos);
        }
    };
    private long lastFrameNanos;

    /** @param focused whether the window has the focus */
    public FramePump(FrameSource source, BooleanSupplier focused) {
        this.source = source;
        this.focused = focused;
    }

    /** Adds a receiver; it is called while {@code visible} says so. */
    public void add(BooleanSupplier visible, Consumer<FrameTick> receiver) {
        feeds.add(new FrameFeed(visible, receiver));
    }

    public void start() {
        timer.start();
    }

    public void stop() {
        timer.stop();
    }

    /** One pulse of the toolkit at its own {@code nowNanos}: a frame, if the last one is long enough ago. */
    void pulse(long nowNanos) {
        long interval = focused.getAsBoolean() ? FOCUSED_INTERVAL_NANOS : UNFOCUSED_INTERVAL_NANOS;
        if (nowNanos - lastFrameNanos >= interval - PULSE_JITTER_NANOS) {
            lastFrameNanos = nowNanos;
            frame();
        }
    }

    /** Hands out a frame now. */
    public void frame() {
        List<FrameFeed> visible = feeds.stream().filter(FrameFeed::isVisible).toList();
        if (!visible.isEmpty()) {
            var snapshot = source.snapshot();
            visible.forEach(feed -> feed.deliver(snapshot, source));
        }
    }
}
