package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code States.Format('a {}', $.b)}: the name, then texts in single quotes, numbers, paths and further calls.
 */
final class IntrinsicText {
    private static final int DEEPEST = 10;

    private final String text;
    private int at;

    private IntrinsicText(String text) {
        this.text = text;
    }

    /** Absent if it cannot be read. */
    static Optional<Template> read(String text) {
        var reader = new IntrinsicText(text);
        Optional<Template> call = reader.call(0);
        return reader.at == text.length() ? call : Optional.empty();
    }

    private Optional<Template> call(int depth) {
        int open = text.indexOf('(', at);
        if (open < 0 || depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<Intrinsic> function = Intrinsic.named(text.substring(at, open).strip());
        at = open + 1;
        return function.flatMap(named -> arguments(depth).map(list -> new Template.Function(named, list)));
    }

    private Optional<List<Template>> arguments(int depth) {
        var arguments = new ArrayList<Template>();
        skipSpace();
        if (takes(')')) {
            return Optional.of(arguments);
        }
        while (true) {
            Optional<Template> argument = argument(depth);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
            skipSpace();
            if (takes(')')) {
                return Optional.of(arguments);
            }
            if (!takes(',')) {
                return Optional.empty();
            }
        }
    }

    private Optional<Template> argument(int depth) {
        skipSpace();
        if (takes('\'')) {
            return quoted();
        }
        if (text.startsWith("States.", at)) {
            return call(depth + 1);
        }
        int start = at;
        while (at < text.length() && ",) ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return word.startsWith("$") ? ReadTemplate.path(word) : Json.read(word).map(Template.Constant::new);
    }

    private Optional<Template> quoted() {
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\'') {
                return Optional.of(new Template.Constant(Json.text(value.toString())));
            }
            value.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
        }
        return Optional.empty();
    }

    private void skipSpace() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean takes(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }
}
