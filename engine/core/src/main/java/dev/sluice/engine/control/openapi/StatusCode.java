package dev.sluice.engine.control.openapi;

import java.util.regex.Pattern;

/** HTTP status codes as documents write them. */
final class StatusCode {
    private static final Pattern VALID = Pattern.compile("[1-5][0-9]{2}");

    private StatusCode() {}

    /** Whether the text is a number from 100 to 599. */
    static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }
}
