package dev.sluice.app.design;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/**
 * A method as API Gateway draws it: the request's way along the top, the response's way back along the bottom, client
 * and integration at the ends. One tab stop; left and right follow the way, up and down change between the rows.
 */
final class MethodDiagram extends Region {
    private static final double CLIENT_WIDTH = 76;
    private static final double GAP = 22;
    private static final double ROW_HEIGHT = 92;
    private static final double ROW_GAP = 28;
    private static final double HEIGHT = 2 * ROW_HEIGHT + ROW_GAP;
    private static final double ARROW = 5;

    private final ObjectProperty<DiagramBox> selected;
    private final Map<DiagramBox, BoxNode> boxes = new EnumMap<>(DiagramBox.class);
    private final List<Polyline> arrows = new ArrayList<>();

    MethodDiagram(ObjectProperty<DiagramBox> selected) {
        this.selected = selected;
        getStyleClass().add("method-diagram");
        for (DiagramBox box : DiagramBox.values()) {
            var node = new BoxNode(box);
            node.setOnMousePressed(press -> {
                choose(box);
                press.consume(); // or the scroll pane around takes the focus
            });
            boxes.put(box, node);
            getChildren().add(node);
        }
        selected.subscribe(now -> boxes.values().forEach(node -> node.showSelected(node.box() == now)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::steer);
    }

    void show(MethodDescription description) {
        boxes.values().forEach(node -> node.show(description.content(node.box())));
    }

    private void choose(DiagramBox box) {
        selected.set(box);
        node(box).requestFocus();
    }

    private void steer(KeyEvent event) {
        DiagramBox[] way = DiagramBox.values();
        int now = selected.get().ordinal();
        boolean back = now > DiagramBox.INTEGRATION.ordinal();
        switch (event.getCode()) {
            case RIGHT -> choose(way[Math.floorMod(back ? now - 1 : Math.min(now + 1, 4), way.length)]);
            case LEFT -> choose(way[Math.floorMod(back ? now + 1 : Math.max(now - 1, 0), way.length)]);
            case UP, DOWN -> choose(opposite(selected.get()));
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The box above or below. */
    private static DiagramBox opposite(DiagramBox box) {
        return switch (box) {
            case METHOD_REQUEST, LIMITS -> DiagramBox.METHOD_RESPONSE;
            case INTEGRATION_REQUEST -> DiagramBox.INTEGRATION_RESPONSE;
            case METHOD_RESPONSE -> DiagramBox.METHOD_REQUEST;
            case INTEGRATION_RESPONSE -> DiagramBox.INTEGRATION_REQUEST;
            case CLIENT, INTEGRATION -> box;
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + snappedTopInset() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double room = getWidth() - left - snappedRightInset() - CLIENT_WIDTH - 4 * GAP;
        double width = Math.floor(room / 4);
        double second = left + CLIENT_WIDTH + GAP;
        double lower = top + ROW_HEIGHT + ROW_GAP;
        place(DiagramBox.CLIENT, left, top, CLIENT_WIDTH, HEIGHT);
        place(DiagramBox.LIMITS, second, top, width, ROW_HEIGHT);
        place(DiagramBox.METHOD_REQUEST, second + (width + GAP), top, width, ROW_HEIGHT);
        place(DiagramBox.INTEGRATION_REQUEST, second + 2 * (width + GAP), top, width, ROW_HEIGHT);
        place(DiagramBox.INTEGRATION, second + 3 * (width + GAP), top, width, HEIGHT);
        place(DiagramBox.METHOD_RESPONSE, second + (width + GAP), lower, width, ROW_HEIGHT);
        place(DiagramBox.INTEGRATION_RESPONSE, second + 2 * (width + GAP), lower, width, ROW_HEIGHT);
        drawArrows(top + ROW_HEIGHT / 2, lower + ROW_HEIGHT / 2);
    }

    private void place(DiagramBox box, double x, double y, double width, double height) {
        node(box).resizeRelocate(x, y, width, height);
    }

    private void drawArrows(double upper, double lower) {
        getChildren().removeAll(arrows);
        arrows.clear();
        DiagramBox[] way = DiagramBox.values();
        for (int i = 0; i < way.length; i++) {
            BoxNode from = node(way[i]);
            BoxNode to = node(way[(i + 1) % way.length]);
            boolean out = i < DiagramBox.INTEGRATION.ordinal();
            double start = out ? from.getLayoutX() + from.getWidth() : from.getLayoutX();
            double end = out ? to.getLayoutX() : to.getLayoutX() + to.getWidth();
            arrow(start + (out ? 3 : -3), end + (out ? -3 : 3), out ? upper : lower);
        }
        getChildren().addAll(arrows);
    }

    private void arrow(double start, double end, double y) {
        double line = Math.floor(y) + 0.5;
        double back = end - Math.signum(end - start) * ARROW;
        var arrow = new Polyline(start, line, end, line, back, line - ARROW, end, line, back, line + ARROW);
        arrow.getStyleClass().add("diagram-arrow");
        arrow.setManaged(false);
        arrow.setMouseTransparent(true);
        arrows.add(arrow);
    }

    private BoxNode node(DiagramBox box) {
        return Objects.requireNonNull(boxes.get(box));
    }
}
