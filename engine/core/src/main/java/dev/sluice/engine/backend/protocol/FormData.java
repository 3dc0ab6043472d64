package dev.sluice.engine.backend.protocol;

import dev.sluice.engine.backend.service.ServiceRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a query-protocol request as a tree: {@code Entry.1.Id=a} is member {@code Entry}, its member
 * {@code 1}, its member {@code Id}. A parameter that is there twice counts the last time.
 */
public final class FormData {
    /** Parameters and levels of one request that are read; the rest is left out. */
    private static final int MOST_PARAMETERS = 2_000;

    private static final int MOST_LEVELS = 6;

    private FormData() {}

    /** Parameters of the URI and, if it is a form, of the body; those of the body win. */
    public static ObjectNode of(ServiceRequest request) {
        ObjectNode tree = Json.object();
        add(tree, request.query());
        String contentType = request.headers().last("Content-Type").orElse("");
        if (contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            add(tree, request.body().utf8().strip());
        }
        return tree;
    }

    private static void add(ObjectNode tree, String form) {
        int start = 0;
        for (int count = 0; start < form.length() && count < MOST_PARAMETERS; count++) {
            int end = form.indexOf('&', start);
            end = end < 0 ? form.length() : end;
            parameter(tree, form.substring(start, end));
            start = end + 1;
        }
    }

    private static void parameter(ObjectNode tree, String text) {
        int equals = text.indexOf('=');
        String name = decoded(equals < 0 ? text : text.substring(0, equals));
        String value = equals < 0 ? "" : decoded(text.substring(equals + 1));
        String[] path = name.split("\\.", MOST_LEVELS);
        ObjectNode at = tree;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.get(path[i]) instanceof ObjectNode inner ? inner : at.putObject(path[i]);
        }
        if (!name.isEmpty()) {
            at.put(path[path.length - 1], value);
        }
    }

    /** Percent escapes and {@code +}; an escape that is none stays as it is. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
        }
        byte[] from = text.getBytes(StandardCharsets.UTF_8);
        var to = new ByteArrayOutputStream(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] == '%' && i + 2 < from.length && hex(from[i + 1]) >= 0 && hex(from[i + 2]) >= 0) {
                to.write(hex(from[i + 1]) << 4 | hex(from[i + 2]));
                i += 2;
            } else {
                to.write(from[i] == '+' ? ' ' : from[i]);
            }
        }
        return to.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
