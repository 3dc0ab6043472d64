package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Columns;
import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The limits of a method; those that do not apply are grey and say why. */
final class LimitsTable extends TableView<EffectiveLimit> {
    private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");
    private static final double ROW_HEIGHT = 28;

    LimitsTable() {
        setId("effective-limits");
        getStyleClass().addAll("dense", "plain-table", "limits-table");
        setPlaceholder(new Label(text("limits.none")));
        setRowFactory(ignored -> new LimitRow());
        TableColumn<EffectiveLimit, EffectiveLimit> setIn = Columns.text(text("limits.setIn"), 200, LimitsTable::where);
        getColumns().add(Columns.text(text("limits.tier"), 156, limit -> Names.tier(limit.tier())));
        getColumns()
                .add(Columns.text(
                        text("limits.rate"),
                        76,
                        limit -> Numbers.perSecond(limit.throttle().rateLimit()),
                        "mono",
                        "number"));
        getColumns()
                .add(Columns.text(
                        text("limits.burst"),
                        66,
                        limit -> Numbers.count(limit.throttle().burstLimit()),
                        "mono",
                        "number"));
        getColumns().add(Columns.text(text("limits.sharedBy"), 108, EffectiveLimit::sharedBy));
        getColumns().add(setIn);
        Columns.fill(this, setIn);
    }

    void show(MethodDescription description) {
        getItems().setAll(description.limits());
        double height = ROW_HEIGHT * (getItems().size() + 1) + 4;
        setMinHeight(height);
        setPrefHeight(height);
    }

    private static String where(EffectiveLimit limit) {
        return limit.ignored().map(why -> limit.setIn() + " — " + why).orElse(limit.setIn());
    }

    private static final class LimitRow extends TableRow<EffectiveLimit> {
        @Override
        protected void updateItem(EffectiveLimit limit, boolean empty) {
            super.updateItem(limit, empty);
            pseudoClassStateChanged(
                    IGNORED, !empty && limit != null && limit.ignored().isPresent());
        }
    }
}
