package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.frame.Command;
import dev.sluice.app.frame.FrameTick;
import dev.sluice.app.frame.PaneLayout;
import dev.sluice.app.frame.Screen;
import dev.sluice.engine.definition.Method;
import dev.sluice.engine.definition.Resource;
import dev.sluice.engine.definition.RestApi;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** The configuration of every API: its resources as a tree, a method as a diagram, a box's settings beside it. */
public final class DesignScreen implements Screen {
    public static final String ID = "design";

    private final DesignModel model;
    private final Runnable goHere;
    private final Navigator navigator;
    private final MethodPane method;
    private final BoxInspector inspector;
    private final PaneLayout view;
    private long revision = -1;

    /** @param goHere shows this screen */
    public DesignScreen(DesignModel model, Runnable goHere) {
        this.model = model;
        this.goHere = goHere;
        navigator = new Navigator(model);
        method = new MethodPane(model);
        inspector = new BoxInspector(model);
        view = new PaneLayout(navigator, method, inspector);
        refresh();
        model.selection().methodProperty().subscribe((before, now) -> refresh());
        model.selection().stageProperty().subscribe((before, now) -> refresh());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return text("design.title");
    }

    @Override
    public String icon() {
        return "fth-git-merge";
    }

    @Override
    public String shortcut() {
        return "Alt+2";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return navigator.filter();
    }

    @Override
    public void frame(FrameTick tick) {
        long now = tick.snapshot().revision();
        if (revision >= 0 && revision != now) {
            navigator.refresh();
            refresh();
        }
        revision = now;
    }

    @Override
    public List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(new Command(text("design.command.filter"), "fth-filter", "Shortcut+F", this::focusFilter));
        commands.add(new Command(text("design.command.navigator"), "fth-sidebar", "Shortcut+B", view::toggleNavigator));
        commands.add(new Command(text("design.command.inspector"), "fth-sidebar", "Shortcut+I", view::toggleInspector));
        for (RestApi api : model.workspace().restApis()) {
            for (Resource resource : api.draft().resources()) {
                for (Method each : resource.methods().values()) {
                    commands.add(Command.of(
                            text("design.command.method", each.httpMethod(), resource.path(), api.name()),
                            "fth-git-merge",
                            () -> goTo(api, resource, each)));
                }
            }
        }
        return commands;
    }

    private void goTo(RestApi api, Resource resource, Method each) {
        goHere.run();
        model.select(api.id(), resource.path(), each.httpMethod());
    }

    private void focusFilter() {
        goHere.run();
        navigator.filter().requestFocus();
        navigator.filter().selectAll();
    }

    private void refresh() {
        method.refresh();
        inspector.refresh();
    }
}
