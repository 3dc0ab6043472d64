package dev.sluice.app.kit;

import static dev.sluice.app.Texts.text;

import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;

/** An HTTP method as a small coloured label of fixed width, so that the paths beside it line up. */
public final class MethodBadge extends Label {
    private static final Set<String> COLOURED = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "ANY");

    /** @param httpMethod in upper case, or {@code ANY} */
    public MethodBadge(String httpMethod) {
        show(httpMethod);
    }

    /** Shows another method from now on. */
    public void show(String httpMethod) {
        setText(shortened(httpMethod));
        setAccessibleText(httpMethod);
        getStyleClass().setAll("label", "method-badge", COLOURED.contains(httpMethod) ? lower(httpMethod) : "other");
    }

    /**
     * Shows that something comes from a function and not from a request.
     *
     * @param sign what stands for functions
     */
    public void showFunction(String sign) {
        setText(sign);
        setAccessibleText(text("log.function.accessible"));
        getStyleClass().setAll("label", "method-badge", "function");
    }

    private static String shortened(String httpMethod) {
        return switch (httpMethod) {
            case "DELETE" -> "DEL";
            case "OPTIONS" -> "OPT";
            default -> httpMethod;
        };
    }

    private static String lower(String httpMethod) {
        return httpMethod.toLowerCase(Locale.ROOT);
    }
}
