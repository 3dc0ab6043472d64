package dev.sluice.app.start;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.frame.FrameTick;
import dev.sluice.app.frame.Panes;
import dev.sluice.app.frame.Screen;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page. */
public final class StartScreen implements Screen {
    public static final String ID = "start";

    private static final double COLUMN_WIDTH = 320;

    private final StartModel model;
    private final ScrollPane view;

    public StartScreen(StartModel model, StartActions actions) {
        this.model = model;
        var page = new VBox();
        page.getStyleClass().addAll("page", "start-page");
        model.failure().ifPresent(why -> page.getChildren().add(notice("fth-alert-triangle", why, "notice-error")));
        if (model.welcomeProperty().get()) {
            var banner = new WelcomeBanner(model, actions);
            model.welcomeProperty().subscribe(shown -> {
                banner.setVisible(shown);
                banner.setManaged(shown);
            });
            page.getChildren().add(banner);
        }
        model.otherPort().ifPresent(why -> page.getChildren().add(notice("fth-info", why, "notice-info")));
        page.getChildren().add(columns(actions));
        view = new ScrollPane(page);
        view.setFitToWidth(true);
        view.getStyleClass().add("page-scroll");
        Panes.mark(view);
    }

    private HBox columns(StartActions actions) {
        var columns = new HBox(new RecentColumn(model, actions), new OpenColumn(model, actions));
        model.workspace().ifPresent(open -> columns.getChildren().add(new RunningColumn(open)));
        columns.getStyleClass().add("start-columns");
        for (Node column : columns.getChildren()) {
            HBox.setHgrow(column, Priority.ALWAYS);
            ((VBox) column).setPrefWidth(COLUMN_WIDTH); // all equal: the rest of the width is shared out
        }
        return columns;
    }

    private static Label notice(String icon, String words, String styleClass) {
        var notice = new Label(words, new FontIcon(icon));
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.getStyleClass().addAll("notice", styleClass);
        return notice;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return text("start.title");
    }

    @Override
    public String icon() {
        return "fth-home";
    }

    @Override
    public String shortcut() {
        return "Alt+1";
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node firstFocus() {
        return view.getContent();
    }

    @Override
    public void frame(FrameTick tick) {
        model.show(tick.snapshot());
    }
}
