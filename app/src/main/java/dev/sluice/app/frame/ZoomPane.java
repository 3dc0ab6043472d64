package dev.sluice.app.frame;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows its content larger or smaller, drawn sharp at every zoom, and lays it out in the room that leaves. */
final class ZoomPane extends Region {
    private final Region content;
    private final ObservableDoubleValue zoom;

    /** @param zoom factor on every length, over 0 */
    ZoomPane(Region content, ObservableDoubleValue zoom) {
        this.content = content;
        this.zoom = zoom;
        var scale = new Scale(1, 1, 0, 0);
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.subscribe(factor -> {
            scale.setX(factor.doubleValue());
            scale.setY(factor.doubleValue());
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / zoom.get(), getHeight() / zoom.get());
    }
}
