package dev.sluice.engine.execution.httpapi;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A query string whose parameters keep the bytes they came with, to add to and take from. */
final class RawQuery {
    private final List<String> parameters = new ArrayList<>();

    RawQuery(String raw) {
        for (String parameter : raw.split("&")) {
            if (!parameter.isEmpty()) {
                parameters.add(parameter);
            }
        }
    }

    void append(String name, String value) {
        parameters.add(encoded(name) + "=" + encoded(value));
    }

    void remove(String name) {
        parameters.removeIf(parameter -> decodedName(parameter).equals(name));
    }

    String raw() {
        return String.join("&", parameters);
    }

    private static String decodedName(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
