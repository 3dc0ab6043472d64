package dev.sluice.app.kit.tank;

import dev.sluice.engine.definition.ThrottleSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Changing a tank's two numbers by hand: which one is held, what a drag or an arrow key makes of it, and the old value
 * that stays as a ghost. Not for two threads at once.
 */
public final class LimitEditor {
    /** How long the old value stays visible after the change, nanoseconds. */
    public static final long GHOST_NANOS = 4_000_000_000L;

    /** Dragging this far multiplies the value by ten, logical pixels. */
    private static final double PIXELS_PER_DECADE = 110;

    private static final BigDecimal MOST_RATE = BigDecimal.valueOf(1_000_000);
    private static final int MOST_BURST = 1_000_000;

    /** The two numbers that can be held. */
    public enum Part {
        RATE,
        BURST
    }

    private Part part = Part.RATE;
    private Optional<ThrottleSettings> ghost = Optional.empty();
    private long ghostUntilNanos;
    private boolean dragging;

    public Part part() {
        return part;
    }

    public void hold(Part newPart) {
        part = newPart;
    }

    public boolean dragging() {
        return dragging;
    }

    /** A drag begins: the limit that is about to change becomes the ghost. */
    public void beginDrag(Part dragged, ThrottleSettings old, long nowNanos) {
        part = dragged;
        dragging = true;
        remember(old, nowNanos);
    }

    public void endDrag(long nowNanos) {
        dragging = false;
        ghostUntilNanos = nowNanos + GHOST_NANOS;
    }

    private void remember(ThrottleSettings old, long nowNanos) {
        if (ghost(nowNanos).isEmpty()) {
            ghost = Optional.of(old);
        }
        ghostUntilNanos = nowNanos + GHOST_NANOS;
    }

    /** The limit before the change, while a drag lasts and for a while after. */
    public Optional<ThrottleSettings> ghost(long nowNanos) {
        return dragging || nowNanos < ghostUntilNanos ? ghost : Optional.empty();
    }

    /**
     * The limit after a drag.
     *
     * @param start the limit when the drag began
     * @param pixels how far towards "more" the pointer is from where it began, logical pixels
     */
    public ThrottleSettings dragged(ThrottleSettings start, double pixels) {
        double factor = Math.pow(10, pixels / PIXELS_PER_DECADE);
        return switch (part) {
            case RATE ->
                new ThrottleSettings(
                        round(Math.max(start.rateLimit().doubleValue(), 0.1) * factor)
                                .min(MOST_RATE),
                        start.burstLimit());
            case BURST ->
                new ThrottleSettings(start.rateLimit(), (int) Math.min(
                        MOST_BURST,
                        Math.max(
                                1,
                                round(Math.max(1, start.burstLimit()) * factor).doubleValue())));
        };
    }

    /**
     * The limit after an arrow key; the old one becomes the ghost.
     *
     * @param steps +1 or −1, ten times that with Shift
     */
    public ThrottleSettings nudged(ThrottleSettings old, int steps, long nowNanos) {
        remember(old, nowNanos);
        return switch (part) {
            case RATE -> new ThrottleSettings(nudgedRate(old.rateLimit(), steps), old.burstLimit());
            case BURST -> new ThrottleSettings(old.rateLimit(), Math.clamp(old.burstLimit() + steps, 1, MOST_BURST));
        };
    }

    /** Whole numbers from one up, tenths below: one step down from 1 is 0.9, not a bucket that never fills. */
    private static BigDecimal nudgedRate(BigDecimal rate, int steps) {
        boolean tenths =
                rate.add(BigDecimal.valueOf(steps)).compareTo(BigDecimal.ONE) < 0 || rate.compareTo(BigDecimal.ONE) < 0;
        BigDecimal step = tenths ? new BigDecimal("0.1") : BigDecimal.ONE;
        BigDecimal next = rate.add(step.multiply(BigDecimal.valueOf(steps)));
        return next.max(new BigDecimal("0.1")).min(MOST_RATE).stripTrailingZeros();
    }

    /** Two significant digits: what a hand can aim at. */
    private static BigDecimal round(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP));
        BigDecimal plain = new BigDecimal(rounded.toPlainString());
        return plain.max(new BigDecimal("0.1")).setScale(plain.doubleValue() < 10 ? 1 : 0, RoundingMode.HALF_UP);
    }
}
