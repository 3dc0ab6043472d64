package dev.sluice.app.frame;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/** A screen with one button, for tests of the frame. */
final class PlainScreen implements Screen {
    private final String id;
    private final String title;
    private final String icon;
    private final String keys;
    private final Button button;
    private final Node view;

    PlainScreen(String id, String title, String icon, String keys) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.keys = keys;
        button = new Button("Only button of " + title);
        view = new StackPane(button);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String icon() {
        return icon;
    }

    @Override
    public String shortcut() {
        return keys;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return button;
    }
}
