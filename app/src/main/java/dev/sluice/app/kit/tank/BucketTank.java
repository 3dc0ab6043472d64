package dev.sluice.app.kit.tank;

import dev.sluice.app.Texts;
import dev.sluice.app.kit.drawing.Drawing;
import dev.sluice.app.kit.drawing.PixelGrid;
import dev.sluice.app.kit.tank.LimitEditor.Part;
import dev.sluice.app.theme.Palette;
import dev.sluice.app.theme.Theme;
import dev.sluice.engine.definition.ThrottleSettings;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * One token bucket, drawn: its level, what flows in and out, what it refuses, its last minute. Its two numbers are
 * changed in place: drag the tap for the rate, the rim for the burst, or use the arrow keys.
 *
 * <p>It redraws when {@link #show} is called, never by itself. FX thread only.
 */
public final class BucketTank extends Drawing {
    /** A click is no drag. */
    private static final double CLICK_PIXELS = 3;

    private static final double MOST_RIM_RISE = 14;
    private static final double MOST_RIM_FALL = 60;
    private static final long SPOKEN_NANOS = 1_000_000_000L;

    private final TankModel model;
    private final TankSize size;
    private final LimitEditor editor = new LimitEditor();
    private final VesselPainter vessel;
    private final TapPainter tap;
    private final ReadoutPainter readout;
    private Consumer<ThrottleSettings> onEdit = limit -> {};
    private Runnable onOpen = () -> {};
    private Optional<ThrottleSettings> dragStart = Optional.empty();
    /** What was asked for since the last reading: keys can repeat faster than readings come. */
    private Optional<ThrottleSettings> edited = Optional.empty();

    private double pressX;
    private double pressY;
    private double pixels;
    private long spokenNanos;

    public BucketTank(TankModel model, TankSize size, ObservableValue<Theme> theme) {
        super(theme);
        this.model = model;
        this.size = size;
        vessel = new VesselPainter(model);
        tap = new TapPainter(model, editor);
        readout = new ReadoutPainter(model);
        getStyleClass().add("bucket-tank");
        setFocusTraversable(size != TankSize.INLINE);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleHelp(Texts.text("tank.help"));
        double width = size.shape().width();
        double height = size.shape().height();
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        listen();
    }

    private void listen() {
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnMouseMoved(this::moved);
        setOnKeyPressed(this::keyPressed);
        focusedProperty().addListener((value, before, now) -> redraw());
        var tooltip = new Tooltip();
        tooltip.setOnShowing(event -> tooltip.setText(model.spoken()));
        Tooltip.install(this, tooltip);
    }

    /** What to do with new numbers; without it they cannot be changed. */
    public void setOnEdit(Consumer<ThrottleSettings> action) {
        onEdit = action;
    }

    /** What a click or Enter opens. */
    public void setOnOpen(Runnable action) {
        onOpen = action;
    }

    public TankModel model() {
        return model;
    }

    /** Draws the model as it is now. */
    public void show() {
        edited = Optional.empty();
        if (model.nowNanos() - spokenNanos >= SPOKEN_NANOS) {
            spokenNanos = model.nowNanos();
            setAccessibleText(model.spoken());
        }
        redraw();
    }

    @Override
    protected void paint(GraphicsContext g, PixelGrid grid, Palette colours) {
        var brush = new Brush(g, grid, colours, size.shape(), model.nowNanos());
        double top = grid.snap(size.shape().top() - rimRise());
        if (size.shape().tap()) {
            vessel.paint(brush, top);
            tap.paint(brush, top, isFocused() || editor.dragging());
            vessel.paintNumber(brush, top);
            readout.paint(brush);
        } else {
            vessel.paint(brush, top);
        }
    }

    /** While the rim is dragged it follows the pointer, as far as there is room. */
    private double rimRise() {
        boolean rim = editor.dragging() && editor.part() == Part.BURST;
        return rim ? Math.clamp(pixels, -MOST_RIM_FALL, MOST_RIM_RISE) : 0;
    }

    private Optional<Part> handleAt(MouseEvent event) {
        return TapPainter.handleAt(size.shape(), model.inPerSecond(), event.getX(), event.getY());
    }

    private void moved(MouseEvent event) {
        setCursor(handleAt(event)
                .map(part -> part == Part.RATE ? Cursor.H_RESIZE : Cursor.V_RESIZE)
                .orElse(size == TankSize.INLINE ? Cursor.DEFAULT : Cursor.HAND));
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        pressX = event.getX();
        pressY = event.getY();
        pixels = 0;
        dragStart = Optional.empty();
        handleAt(event).ifPresent(part -> {
            editor.hold(part);
            dragStart = model.limit();
        });
        redraw();
    }

    private void dragged(MouseEvent event) {
        dragStart.ifPresent(start -> {
            boolean rate = editor.part() == Part.RATE;
            pixels = rate ? event.getX() - pressX : pressY - event.getY();
            if (!editor.dragging() && Math.abs(pixels) >= CLICK_PIXELS) {
                editor.beginDrag(editor.part(), start, model.nowNanos());
            }
            if (editor.dragging()) {
                edit(editor.dragged(start, pixels));
            }
        });
    }

    private void released(MouseEvent event) {
        boolean click = !editor.dragging() && dragStart.isEmpty();
        if (editor.dragging()) {
            editor.endDrag(model.nowNanos());
        }
        dragStart = Optional.empty();
        pixels = 0;
        redraw();
        if (click && contains(event.getX(), event.getY())) {
            onOpen.run();
        }
    }

    private void keyPressed(KeyEvent event) {
        int step = event.isShiftDown() ? 10 : 1;
        KeyCode code = event.getCode();
        switch (code) {
            case UP -> nudge(step);
            case DOWN -> nudge(-step);
            case LEFT -> hold(Part.RATE);
            case RIGHT -> hold(Part.BURST);
            case ENTER, SPACE -> onOpen.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void hold(Part part) {
        editor.hold(part);
        redraw();
    }

    private void nudge(int steps) {
        edited.or(model::limit).ifPresent(limit -> edit(editor.nudged(limit, steps, model.nowNanos())));
    }

    private void edit(ThrottleSettings limit) {
        if (!model.limit().equals(Optional.of(limit))) {
            edited = Optional.of(limit);
            onEdit.accept(limit);
        }
    }
}
