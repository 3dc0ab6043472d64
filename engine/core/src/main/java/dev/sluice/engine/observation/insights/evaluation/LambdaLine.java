package dev.sluice.engine.observation.insights.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The fields that CloudWatch finds in the lines Lambda itself writes: {@code START}, {@code END} and {@code REPORT} (<a
 * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html">discovered
 * fields</a>).
 */
final class LambdaLine {
    private static final Map<String, String> REPORTED = Map.of(
            "Duration", "@duration",
            "Billed Duration", "@billedDuration",
            "Memory Size", "@memorySize",
            "Max Memory Used", "@maxMemoryUsed",
            "Init Duration", "@initDuration");

    /** Megabytes are shown as bytes. */
    private static final Set<String> MEMORY = Set.of("@memorySize", "@maxMemoryUsed");

    private static final Set<String> FIELDS = Set.of(
            "@type",
            "@requestId",
            "@xrayTraceId",
            "@duration",
            "@billedDuration",
            "@memorySize",
            "@maxMemoryUsed",
            "@initDuration");

    private LambdaLine() {}

    static boolean hasField(String name) {
        return FIELDS.contains(name);
    }

    /** Fields by name; none if Lambda did not write the line. */
    static Map<String, Object> read(String message) {
        for (String type : new String[] {"START", "END", "REPORT"}) {
            if (message.startsWith(type + " RequestId: ")) {
                return read(type, message);
            }
        }
        return Map.of();
    }

    private static Map<String, Object> read(String type, String message) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("@type", type);
        String rest = message.substring(type.length() + " RequestId: ".length());
        int end = 0;
        while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
            end++;
        }
        fields.put("@requestId", rest.substring(0, end));
        for (String part : rest.substring(end).split("[\t\n]", -1)) {
            int colon = part.indexOf(": ");
            if (colon > 0) {
                field(
                        part.substring(0, colon).strip(),
                        part.substring(colon + 2).strip(),
                        fields);
            }
        }
        return fields;
    }

    private static void field(String label, String value, Map<String, Object> fields) {
        if (label.equals("XRAY TraceId")) {
            fields.put("@xrayTraceId", value.split("\\s", 2)[0]);
            return;
        }
        String name = REPORTED.get(label);
        double number = Values.number(value.split(" ", 2)[0]);
        if (name != null && !Double.isNaN(number)) {
            fields.put(name, MEMORY.contains(name) ? number * 1_000_000 : number);
        }
    }
}
