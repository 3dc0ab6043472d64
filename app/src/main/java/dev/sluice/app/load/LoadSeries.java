package dev.sluice.app.load;

import dev.sluice.app.kit.Names;
import dev.sluice.app.kit.strip.Series;
import dev.sluice.app.theme.Palette;
import dev.sluice.engine.driver.load.GroupCounts;
import dev.sluice.engine.driver.load.LoadSnapshot;
import dev.sluice.engine.journal.ThrottleTier;
import dev.sluice.engine.observation.snapshot.EngineSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.scene.paint.Color;

/** The strips' numbers: what came since the frame before goes into the slot of now. FX thread only. */
public final class LoadSeries {
    private final Series ok = Series.stacked("2xx", Palette::ok);
    private final Series errors = Series.stacked("5xx", Palette::serverError);
    private final Series offered = Series.line("offered", Palette::text);
    private final Series p50 = Series.line("p50", Palette::accent);
    private final Series p99 = Series.line("p99", Palette::clientError);
    private final Map<ThrottleTier, Series> refused = new EnumMap<>(ThrottleTier.class);
    private final Map<ThrottleTier, Long> refusedBefore = new EnumMap<>(ThrottleTier.class);
    private long okBefore;
    private long errorsBefore;
    private long offeredBefore;

    LoadSeries() {
        for (ThrottleTier tier : ThrottleTier.values()) {
            double shade = 1 - 0.14 * tier.ordinal();
            Function<Palette, Color> colour = palette -> palette.throttled().deriveColor(0, 1, shade, 1);
            refused.put(
                    tier, Series.stacked("429 " + Names.tier(tier).toLowerCase(dev.sluice.app.Texts.LOCALE), colour));
        }
    }

    /** Accepted, refused by each tier that refused anything, failed; and what was offered. */
    List<Series> outcomes() {
        var all = new ArrayList<Series>(List.of(ok));
        refusedBefore.forEach((tier, count) -> {
            if (count > 0) {
                all.add(refused.getOrDefault(tier, ok));
            }
        });
        all.add(errors);
        all.add(offered);
        return all;
    }

    List<Series> latencies() {
        return List.of(p50, p99);
    }

    void startRun() {
        okBefore = 0;
        errorsBefore = 0;
        offeredBefore = 0;
    }

    void add(LoadSnapshot load, EngineSnapshot engine) {
        long now = engine.nowNanos();
        boolean first = offeredBefore == 0;
        okBefore = grow(ok, sum(load, GroupCounts::ok), okBefore, now);
        errorsBefore = grow(errors, sum(load, GroupCounts::serverErrors), errorsBefore, now);
        offeredBefore = grow(offered, sum(load, GroupCounts::intended), offeredBefore, now);
        engine.totals().throttledByTier().forEach((tier, count) -> {
            long before = first ? count : refusedBefore.getOrDefault(tier, count);
            refused.getOrDefault(tier, errors).bins().add(count - before, now);
            refusedBefore.put(tier, count);
        });
        if (load.response().count() > 0) {
            p50.bins().set(load.response().p50Nanos() / 1e6, now);
            p99.bins().set(load.response().p99Nanos() / 1e6, now);
        }
    }

    private static long grow(Series series, long count, long before, long now) {
        series.bins().add(Math.max(0, count - before), now);
        return count;
    }

    private static long sum(LoadSnapshot load, ToLongFunction<GroupCounts> count) {
        return load.groups().stream().mapToLong(count).sum();
    }
}
