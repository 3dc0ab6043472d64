package dev.sluice.engine.observation.insights.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with stars that {@code parse} looks for. Each star takes as little as lets the rest follow; one at the end
 * takes all that is left.
 */
final class Glob {
    private final String[] literals;

    Glob(String glob) {
        literals = glob.split("\\*", -1);
    }

    /** What the stars took; null if the text does not hold the glob. Linear: the first place that fits is the one. */
    @Nullable
    List<String> find(String text) {
        int at = text.indexOf(literals[0]);
        if (at < 0) {
            return null;
        }
        at += literals[0].length();
        var values = new String[literals.length - 1];
        for (int i = 1; i < literals.length; i++) {
            boolean rest = i == literals.length - 1 && literals[i].isEmpty();
            int end = rest ? text.length() : text.indexOf(literals[i], at);
            if (end < 0) {
                return null;
            }
            values[i - 1] = text.substring(at, end);
            at = end + literals[i].length();
        }
        return List.of(values);
    }
}
