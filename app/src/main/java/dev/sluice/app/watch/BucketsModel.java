package dev.sluice.app.watch;

import dev.sluice.app.kit.Names;
import dev.sluice.engine.observation.snapshot.BucketReading;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every bucket that was asked so far, in the snapshot's stable order. */
public final class BucketsModel {
    private final ObservableList<BucketRow> rows = FXCollections.observableArrayList();
    private final Names names;
    private long revision = -1;

    public BucketsModel(Names names) {
        this.names = names;
    }

    public ObservableList<BucketRow> rows() {
        return rows;
    }

    /**
     * Shows these readings. Rows stay as long as the same buckets come in the same order under the same configuration.
     *
     * @param newRevision number of configuration changes so far: names may have changed with it
     */
    public void show(List<BucketReading> readings, long newRevision) {
        if (newRevision == revision && sameBuckets(readings)) {
            for (int i = 0; i < readings.size(); i++) {
                rows.get(i).readingProperty().set(readings.get(i));
            }
        } else {
            revision = newRevision;
            rows.setAll(readings.stream()
                    .map(reading -> new BucketRow(reading, names))
                    .toList());
        }
    }

    private boolean sameBuckets(List<BucketReading> readings) {
        if (readings.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < readings.size(); i++) {
            if (!rows.get(i).id().equals(readings.get(i).id())) {
                return false;
            }
        }
        return true;
    }
}
