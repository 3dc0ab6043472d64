package dev.sluice.app.kit.tank;

import dev.sluice.app.Texts;
import dev.sluice.app.kit.figure.Figures;

/** Where a bucket's level is going if nothing changes. */
public sealed interface Trend {
    /** Nothing more fits in. */
    record Full() implements Trend {}

    /** @param nanosPerToken how often a token comes; {@link Long#MAX_VALUE} if none ever will */
    record Empty(long nanosPerToken) implements Trend {}

    /** @param nanosToEmpty tokens / (out − in) */
    record Draining(long nanosToEmpty) implements Trend {}

    /** @param nanosToFull missing tokens / (in − out) */
    record Filling(long nanosToFull) implements Trend {}

    /** Nothing was read yet. */
    record Unknown() implements Trend {}

    /** As much comes in as goes out. */
    record Steady() implements Trend {}

    /** In as few words as there are. */
    default String brief() {
        return this instanceof Empty ? Texts.text("tank.empty.brief") : text();
    }

    /** In a few words: {@code empty in 1.2 s}. */
    default String text() {
        return switch (this) {
            case Full ignored -> Texts.text("tank.full");
            case Empty(long nanos) when nanos == Long.MAX_VALUE -> Texts.text("tank.empty.for.good");
            case Empty(long nanos) -> Texts.text("tank.empty", Figures.span(nanos));
            case Draining(long nanos) -> Texts.text("tank.draining", Figures.seconds(nanos));
            case Filling(long nanos) -> Texts.text("tank.filling", Figures.seconds(nanos));
            case Unknown ignored -> Texts.text("tank.unknown");
            case Steady ignored -> Texts.text("tank.steady");
        };
    }
}
