package dev.sluice.app.kit.tank;

import dev.sluice.app.kit.Numbers;
import dev.sluice.app.kit.figure.Figures;
import dev.sluice.engine.definition.ThrottleSettings;

/**
 * The numbers beside a tank, as text. They change a few times a second and not with every frame, so that they can be
 * read.
 *
 * @param tokens {@code 37.4}
 * @param burst {@code 50}
 * @param in {@code +100/s}
 * @param out {@code −142/s}, the mean of the last second
 * @param net {@code −42/s}
 * @param trend where the level is going
 * @param refused {@code 31}
 * @param refusedPerSecond {@code 12/s}; empty if none in the last second
 */
public record TankReadout(
        String tokens,
        String burst,
        String in,
        String out,
        String net,
        Trend trend,
        String refused,
        String refusedPerSecond) {

    static final TankReadout NONE = new TankReadout(
            Numbers.NONE, Numbers.NONE, Numbers.NONE, Numbers.NONE, Numbers.NONE, new Trend.Unknown(), "0", "");

    static TankReadout of(
            ThrottleSettings limit, double tokens, double out, Trend trend, long refused, double refusing) {
        double in = limit.rateLimit().doubleValue();
        return new TankReadout(
                Figures.tokens(tokens),
                Numbers.count(limit.burstLimit()),
                Figures.signedPerSecond(in),
                Figures.signedPerSecond(-out),
                Figures.signedPerSecond(rounded(in - out)),
                trend,
                Numbers.count(refused),
                refusing > 0 ? Figures.perSecond(refusing) : "");
    }

    /** Short enough to stand beside the trend. */
    private static double rounded(double net) {
        return Math.abs(net) >= 10 ? Math.rint(net) : Math.rint(net * 10) / 10;
    }
}
