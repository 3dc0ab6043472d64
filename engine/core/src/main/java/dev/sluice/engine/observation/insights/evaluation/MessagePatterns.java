package dev.sluice.engine.observation.insights.evaluation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups messages by what stays the same in them: words with a digit in them and hexadecimal ids become {@code <*>}.
 * CloudWatch learns its patterns; this rule is ours and simpler, so the texts can differ from AWS's.
 */
final class MessagePatterns {
    static final String PATTERN = "@pattern";
    static final String SAMPLE_COUNT = "@sampleCount";
    static final String RATIO = "@ratio";

    private static final String VARIABLE = "<*>";

    private final int patternSlot;
    private final int countSlot;
    private final int ratioSlot;
    private final int slots;

    MessagePatterns(Scope results) {
        patternSlot = results.define(PATTERN);
        countSlot = results.define(SAMPLE_COUNT);
        ratioSlot = results.define(RATIO);
        slots = results.slots();
    }

    /** One row for each pattern, the commonest first. */
    List<Row> of(List<Row> rows, Evaluation source) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Row row : rows) {
            String text = Values.text(source.of(row));
            if (text != null) {
                counts.merge(pattern(text), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> row(entry.getKey(), entry.getValue(), rows.size()))
                .toList();
    }

    private Row row(String pattern, int count, int all) {
        var row = new Row(slots, null, 0);
        row.slots[patternSlot] = pattern;
        row.slots[countSlot] = (double) count;
        row.slots[ratioSlot] = (double) count / all;
        return row;
    }

    static String pattern(String message) {
        var pattern = new StringBuilder();
        int at = 0;
        while (at < message.length()) {
            int end = at;
            while (end < message.length() && isWordPart(message.charAt(end))) {
                end++;
            }
            if (end == at) {
                pattern.append(message.charAt(at++));
                continue;
            }
            pattern.append(isVariable(message, at, end) ? VARIABLE : message.substring(at, end));
            at = end;
        }
        return pattern.toString();
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }

    private static boolean isVariable(String message, int start, int end) {
        return message.substring(start, end).chars().anyMatch(Character::isDigit);
    }
}
