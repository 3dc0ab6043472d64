package dev.sluice.app.kit.strip;

import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.tank.BucketName;
import dev.sluice.app.kit.tank.BucketTank;
import dev.sluice.app.kit.tank.LimitChange;
import dev.sluice.app.kit.tank.TankModel;
import dev.sluice.app.kit.tank.TankSize;
import dev.sluice.app.theme.Theme;
import dev.sluice.engine.definition.ThrottleSettings;
import dev.sluice.engine.definition.Workspace;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.observation.snapshot.BucketReading;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The tanks that some traffic has to pass, left to right in the order in which they are asked. FX thread only. */
public final class PipelineStrip extends HBox {
    private final Map<BucketId, BucketTank> tanks = new LinkedHashMap<>();
    private final TankSize size;
    private final ObservableValue<Theme> theme;
    private final Consumer<LimitChange> onEdit;
    private final Consumer<BucketId> onOpen;

    /**
     * @param onEdit what to do with a changed limit
     * @param onOpen what a click on a tank opens
     */
    public PipelineStrip(
            TankSize size, ObservableValue<Theme> theme, Consumer<LimitChange> onEdit, Consumer<BucketId> onOpen) {
        this.size = size;
        this.theme = theme;
        this.onEdit = onEdit;
        this.onOpen = onOpen;
        getStyleClass().add("pipeline-strip");
    }

    /** Shows the gates as they are in the snapshot; one that was not asked yet is full. */
    public void show(Map<BucketId, ThrottleSettings> gates, Workspace workspace, EngineSnapshot snapshot) {
        if (!List.copyOf(gates.keySet()).equals(List.copyOf(tanks.keySet()))) {
            rebuild(gates, workspace);
        }
        Map<BucketId, BucketReading> readings = snapshot.buckets().stream()
                .collect(Collectors.toMap(BucketReading::id, reading -> reading, (a, b) -> b));
        gates.forEach((id, limit) -> {
            BucketTank tank = tanks.get(id);
            if (tank != null) {
                BucketReading reading = readings.getOrDefault(id, TankModel.untouched(id, limit));
                tank.model().accept(reading, snapshot.nowNanos());
                tank.show();
            }
        });
    }

    /** Counts refusals from now on. */
    public void countFromNow() {
        tanks.values().forEach(tank -> tank.model().countFromNow());
    }

    public List<BucketTank> tanks() {
        return List.copyOf(tanks.values());
    }

    private void rebuild(Map<BucketId, ThrottleSettings> gates, Workspace workspace) {
        tanks.keySet().retainAll(gates.keySet());
        var kept = new LinkedHashMap<BucketId, BucketTank>();
        gates.keySet().forEach(id -> {
            BucketTank tank = tanks.get(id);
            kept.put(id, tank == null ? tank(id, workspace) : tank);
        });
        tanks.clear();
        tanks.putAll(kept);
        var nodes = new ArrayList<Node>();
        tanks.forEach((id, tank) -> nodes.add(gate(tank)));
        getChildren().setAll(nodes);
    }

    private BucketTank tank(BucketId id, Workspace workspace) {
        var tank = new BucketTank(new TankModel(id, BucketName.of(id, workspace)), size, theme);
        tank.setOnEdit(limit -> onEdit.accept(new LimitChange(id, limit)));
        tank.setOnOpen(() -> onOpen.accept(id));
        return tank;
    }

    private VBox gate(BucketTank tank) {
        var tier = new Label(Names.tier(tank.model().id().tier()));
        tier.getStyleClass().add("gate-tier");
        var subject = new Label(tank.model().name().subject());
        subject.getStyleClass().addAll("gate-subject", "muted");
        subject.setMaxWidth(tank.getPrefWidth());
        return new VBox(tier, subject, tank);
    }
}
