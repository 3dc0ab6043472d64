package dev.sluice.app.kit;

import dev.sluice.app.theme.Palette;
import java.util.Locale;
import javafx.scene.paint.Color;

/** What became of a request, as one colour and one shape everywhere in the workbench. */
public enum Outcome {
    /** Answered below 400: a disc. */
    OK,
    /** 4xx, 429 left out: a diamond. */
    CLIENT_ERROR,
    /** 429: a triangle pointing down. */
    THROTTLED,
    /** 5xx: a cross. */
    SERVER_ERROR,
    /** Answered from a cache: a half disc. */
    CACHED,
    /** Not sent by the load generator: a ring. */
    DROPPED;

    /** @param status 100 to 599 */
    public static Outcome of(int status) {
        if (status == 429) {
            return THROTTLED;
        }
        if (status >= 500) {
            return SERVER_ERROR;
        }
        return status >= 400 ? CLIENT_ERROR : OK;
    }

    public Color color(Palette palette) {
        return switch (this) {
            case OK -> palette.ok();
            case CLIENT_ERROR -> palette.clientError();
            case THROTTLED -> palette.throttled();
            case SERVER_ERROR -> palette.serverError();
            case CACHED -> palette.cached();
            case DROPPED -> palette.dropped();
        };
    }

    /** The style class that gives a mark its shape and a text its colour: {@code client-error}. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
