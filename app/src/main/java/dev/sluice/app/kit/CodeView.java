package dev.sluice.app.kit;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/** Code to read, not to change: JSON with Velocity in it, coloured. As tall as its lines, up to a limit. */
public final class CodeView extends StackPane {
    private static final double LINE_HEIGHT = 18;
    private static final int MOST_LINES = 18;
    private static final List<String> KINDS = List.of("comment", "directive", "reference", "key", "string", "number");
    private static final Pattern TOKEN = Pattern.compile("""
            (?<comment>\\#\\#[^\\n]*|\\#\\*(?s:.*?)\\*\\#)\
            |(?<directive>\\#\\{?(?:set|if|elseif|else|end|foreach|break|stop|macro)\\b\\}?)\
            |(?<reference>\\$!?\\{?[A-Za-z_][\\w.]*\\}?)\
            |(?<key>"[^"\\n$]*"(?=\\s*:))\
            |(?<string>"[^"\\n$]*"|'[^'\\n]*')\
            |(?<number>\\b-?\\d+(?:\\.\\d+)?\\b)""");

    /** Code in colours. */
    public CodeView(String code) {
        this(code, true);
    }

    private CodeView(String code, boolean coloured) {
        getStyleClass().add("code-view");
        String shown = code.stripTrailing();
        var area = new CodeArea(shown);
        area.setEditable(false);
        area.getStyleClass().add("code");
        if (coloured && !shown.isEmpty()) {
            area.setStyleSpans(0, highlighted(shown));
        }
        getChildren().add(new VirtualizedScrollPane<>(area));
        double height = LINE_HEIGHT * Math.min(MOST_LINES, shown.lines().count()) + 20;
        setMinHeight(height);
        setPrefHeight(height);
    }

    /** Lines that are no code, such as those of a log: without colours. */
    public static CodeView ofText(String text) {
        return new CodeView(text, false);
    }

    static StyleSpans<Collection<String>> highlighted(String code) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        Matcher token = TOKEN.matcher(code);
        int done = 0;
        while (token.find()) {
            spans.add(List.of(), token.start() - done);
            spans.add(List.of(kind(token)), token.end() - token.start());
            done = token.end();
        }
        spans.add(List.of(), code.length() - done);
        return spans.create();
    }

    private static String kind(Matcher token) {
        return KINDS.stream()
                .filter(kind -> token.group(kind) != null)
                .findFirst()
                .orElseThrow();
    }
}
