package dev.sluice.engine.aws.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Query strings and path segments, decoded. An escape that is none stays as it is: decoding never fails. */
public final class QueryText {
    private QueryText() {}

    /** Values by name, in order; a name may come more than once. */
    public static Map<String, List<String>> read(String query) {
        var values = new LinkedHashMap<String, List<String>>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : part.substring(equals + 1);
            values.computeIfAbsent(decoded(name.replace('+', ' ')), ignored -> new ArrayList<>())
                    .add(decoded(value.replace('+', ' ')));
        }
        return values;
    }

    /** Percent escapes as UTF-8; a plus stays a plus. */
    public static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        var to = new ByteArrayOutputStream(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] == '%' && i + 2 < from.length && hex(from[i + 1]) >= 0 && hex(from[i + 2]) >= 0) {
                to.write(hex(from[i + 1]) << 4 | hex(from[i + 2]));
                i += 2;
            } else {
                to.write(from[i]);
            }
        }
        return to.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
