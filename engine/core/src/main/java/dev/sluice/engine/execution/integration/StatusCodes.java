package dev.sluice.engine.execution.integration;

import tools.jackson.databind.JsonNode;

/** The status codes that functions give: a number, {@code 200.0} too, or its three digits as text. */
public final class StatusCodes {
    private StatusCodes() {}

    /** 100 to 599; 0 if the value is none of these. */
    public static int of(JsonNode value) {
        double status = value.isNumber()
                ? value.asDouble()
                : value.isString() ? digits(value.asString().strip()) : 0;
        return status >= 100 && status <= 599 && status == Math.rint(status) ? (int) status : 0;
    }

    private static int digits(String text) {
        return text.length() == 3 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : 0;
    }
}
