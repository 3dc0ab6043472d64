package dev.sluice.app.watch;

import static dev.sluice.app.Texts.text;

import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.journal.ExchangeRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The newest requests, newest first. It drops the oldest and says how many it could not show; it never falls behind.
 */
public final class LiveLogModel {
    /** Rows kept at most. */
    public static final int CAPACITY = 5_000;

    private final ArrayDeque<LogRow> kept = new ArrayDeque<>(CAPACITY);
    private final ObservableList<LogRow> rows = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper();
    private final Names names;
    private long seen;
    private long missed;
    private long sincePause;

    public LiveLogModel(Names names) {
        this.names = names;
        filter.subscribe(this::refresh);
        paused.subscribe(this::refresh);
    }

    /** What the table shows: the kept rows that the filter lets through, as of the last moment without pause. */
    public ObservableList<LogRow> rows() {
        return rows;
    }

    /** Text that a shown row must have in one of its columns; empty for all. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** While true the table stands still; requests are taken in all the same. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** How many rows are shown of how many requests. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /**
     * Takes in what a frame brought.
     *
     * @param records oldest first
     * @param newlyMissed requests that came but are not among the records
     */
    public void take(List<ExchangeRecord> records, long newlyMissed) {
        if (records.isEmpty() && newlyMissed == 0) {
            return;
        }
        for (ExchangeRecord exchange : records) {
            if (kept.size() == CAPACITY) {
                kept.removeLast();
            }
            kept.addFirst(new LogRow(exchange, names));
        }
        seen += records.size() + newlyMissed;
        missed += newlyMissed;
        sincePause = paused.get() ? sincePause + records.size() + newlyMissed : 0;
        refresh();
    }

    /** Forgets every row; the next request is the first again. */
    public void clear() {
        kept.clear();
        seen = 0;
        missed = 0;
        sincePause = 0;
        paused.set(false);
        refresh();
    }

    private void refresh() {
        if (!paused.get()) {
            sincePause = 0;
            String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
            rows.setAll(
                    wanted.isEmpty()
                            ? kept
                            : kept.stream().filter(row -> row.contains(wanted)).toList());
        }
        summary.set(summarised());
    }

    private String summarised() {
        if (paused.get()) {
            return text("log.paused", Numbers.count(sincePause));
        }
        String shown = text("log.summary", Numbers.count(rows.size()), Numbers.count(seen));
        return missed == 0 ? shown : shown + text("log.missed", Numbers.count(missed));
    }
}
