package dev.sluice.app.load;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.figure.Figures;
import dev.sluice.engine.definition.ApiKey;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The client groups, one card each, with a rate slider that works during the run. */
final class ClientsPane extends VBox {
    private static final double MOST_RATE = 1_000;

    private final LoadModel model;
    private final VBox cards = new VBox();
    private final Names names;

    ClientsPane(LoadModel model) {
        this.model = model;
        names = new Names(model.workspace()::definition);
        getStyleClass().add("clients-pane");
        cards.getStyleClass().add("clients-cards");
        var add = new Button(text("load.add"));
        add.setOnAction(press -> model.addGroup());
        add.disableProperty().bind(model.runningProperty());
        getChildren().addAll(cards, add);
        model.groups().addListener((ListChangeListener<GroupDraft>) change -> rebuild());
        rebuild();
    }

    private void rebuild() {
        cards.getChildren().setAll(model.groups().stream().map(this::card).toList());
    }

    private VBox card(GroupDraft group) {
        var name = field(group.nameProperty(), 120, "load.group");
        var method = new ComboBox<String>();
        method.getItems().setAll("GET", "POST", "PUT", "PATCH", "DELETE");
        method.valueProperty().bindBidirectional(group.methodProperty());
        method.setPrefWidth(92);
        method.setAccessibleText(text("console.method"));
        var path = field(group.pathProperty(), 110, "console.path");
        HBox.setHgrow(path, Priority.ALWAYS);
        var remove = new Button("×");
        remove.setAccessibleText(text("load.remove", group.nameProperty().get()));
        remove.setOnAction(press -> model.groups().remove(group));
        var first = new HBox(name, method, path, remove);
        first.getStyleClass().add("clients-line");
        var card = new VBox(first, second(group));
        card.getStyleClass().add("clients-card");
        List.of(name, method, path, remove)
                .forEach(node -> node.disableProperty().bind(model.runningProperty()));
        return card;
    }

    private HBox second(GroupDraft group) {
        var arrivals = new ComboBox<String>();
        arrivals.getItems().setAll(text("load.constant"), text("load.poisson"));
        arrivals.getSelectionModel().select(group.poissonProperty().get() ? 1 : 0);
        arrivals.getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> group.poissonProperty().set(index.intValue() == 1));
        arrivals.setPrefWidth(116);
        arrivals.disableProperty().bind(model.runningProperty());
        var rate = new Label();
        rate.getStyleClass().add("mono");
        rate.setMinWidth(58);
        var slider = new Slider(
                0,
                Math.log10(MOST_RATE),
                Math.log10(Math.max(1, group.rateProperty().get())));
        slider.setAccessibleText(text("load.rateOf", group.nameProperty().get()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((before, now) -> {
            group.rateProperty().set(Math.rint(Math.pow(10, now.doubleValue())));
            model.changeRate(group);
        });
        group.rateProperty().subscribe(now -> rate.setText(Figures.perSecond(now.doubleValue())));
        var line = new HBox(key(group), arrivals, slider, rate);
        line.getStyleClass().add("clients-line");
        return line;
    }

    private ComboBox<String> key(GroupDraft group) {
        var key = new ComboBox<String>();
        var ids = new ArrayList<>(List.of(""));
        model.workspace().definition().apiKeys().stream().map(ApiKey::id).forEach(ids::add);
        key.getItems().setAll(ids);
        key.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return id == null || id.isEmpty() ? text("console.noKey") : text("console.key", names.apiKey(id));
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        key.valueProperty().bindBidirectional(group.apiKeyIdProperty());
        key.setPrefWidth(112);
        key.disableProperty().bind(model.runningProperty());
        return key;
    }

    private static TextField field(javafx.beans.property.StringProperty value, double width, String what) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPrefWidth(width);
        field.setAccessibleText(text(what));
        return field;
    }
}
