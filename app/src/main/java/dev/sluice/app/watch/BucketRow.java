package dev.sluice.app.watch;

import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.Numbers;
import dev.sluice.engine.journal.BucketId;
import dev.sluice.engine.observation.snapshot.BucketReading;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One bucket in the table of buckets; its reading changes in place. */
public final class BucketRow {
    private final BucketId id;
    private final String tier;
    private final String owner;
    private final ObjectProperty<BucketReading> reading;

    BucketRow(BucketReading first, Names names) {
        id = first.id();
        tier = Names.tier(id.tier());
        owner = names.owner(id);
        reading = new SimpleObjectProperty<>(first);
    }

    public BucketId id() {
        return id;
    }

    /** Never null. */
    public ObjectProperty<BucketReading> readingProperty() {
        return reading;
    }

    String tier() {
        return tier;
    }

    String owner() {
        return owner;
    }

    /** Tokens as a part of the burst, 0 to 1; a bucket that can hold nothing is empty. */
    static double level(BucketReading reading) {
        int burst = reading.limit().burstLimit();
        return burst == 0 ? 0 : reading.tokens() / burst;
    }

    /** {@code 37.4 / 50}. */
    static String tokens(BucketReading reading) {
        return Numbers.steadyDecimal(reading.tokens()) + " / "
                + Numbers.count(reading.limit().burstLimit());
    }
}
