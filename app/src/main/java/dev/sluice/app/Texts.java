package dev.sluice.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the workbench, by key; they stand in {@code texts.properties} beside this class. */
public final class Texts {
    /** The language of the texts, and so of the numbers and dates among them. */
    public static final Locale LOCALE = Locale.ENGLISH;

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.sluice.app.texts", LOCALE);

    private Texts() {}

    public static String text(String key) {
        return BUNDLE.getString(key);
    }

    /**
     * The text with its places {@code {0}}, {@code {1}} filled; an apostrophe in such a text is written twice.
     *
     * @param values shown as they are; numbers come formatted, see {@link dev.sluice.app.kit.Numbers}
     */
    public static String text(String key, String... values) {
        return new MessageFormat(BUNDLE.getString(key), LOCALE).format(values);
    }
}
