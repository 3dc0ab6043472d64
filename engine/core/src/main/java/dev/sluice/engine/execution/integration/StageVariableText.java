package dev.sluice.engine.execution.integration;

import java.util.Map;

/**
 * Fills <code>${stageVariables.NAME}</code> in URIs, ARNs and ids; one that is not set is empty (data-plane section 5).
 */
public final class StageVariableText {
    private static final String START = "${stageVariables.";

    private StageVariableText() {}

    public static String filled(String text, Map<String, String> variables) {
        int start = text.indexOf(START);
        if (start < 0) {
            return text;
        }
        var filled = new StringBuilder();
        int copied = 0;
        while (start >= 0) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            String name = text.substring(start + START.length(), end);
            filled.append(text, copied, start).append(variables.getOrDefault(name, ""));
            copied = end + 1;
            start = text.indexOf(START, copied);
        }
        return filled.append(text, copied, text.length()).toString();
    }
}
