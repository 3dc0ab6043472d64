package dev.sluice.engine.control.document;

import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.control.document.Node.Sequence;
import java.util.Iterator;

/** Writes a document as JSON that reads well and compares well: two spaces, one member a line, a final newline. */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    private final boolean pretty;

    private JsonText(boolean pretty) {
        this.pretty = pretty;
    }

    /** The document with a final newline. Text that is no valid Unicode is escaped, so UTF-8 loses nothing. */
    public static String of(Node document) {
        var json = new JsonText(true);
        json.write(document, 0);
        return json.text.append('\n').toString();
    }

    /** The document without any white space between its parts. */
    public static String oneLine(Node document) {
        var json = new JsonText(false);
        json.write(document, 0);
        return json.text.toString();
    }

    private void write(Node node, int depth) {
        switch (node) {
            case Mapping mapping -> write(mapping, depth);
            case Sequence sequence -> write(sequence, depth);
            case Scalar scalar -> write(scalar);
        }
    }

    private void write(Mapping mapping, int depth) {
        text.append('{');
        for (var members = mapping.members().entrySet().iterator(); members.hasNext(); ) {
            var member = members.next();
            indent(depth + 1);
            quote(member.getKey());
            text.append(pretty ? ": " : ":");
            write(member.getValue().value(), depth + 1);
            comma(members);
        }
        close('}', depth, mapping.members().isEmpty());
    }

    private void write(Sequence sequence, int depth) {
        text.append('[');
        for (var items = sequence.items().iterator(); items.hasNext(); ) {
            indent(depth + 1);
            write(items.next(), depth + 1);
            comma(items);
        }
        close(']', depth, sequence.items().isEmpty());
    }

    private void write(Scalar scalar) {
        switch (scalar.type()) {
            case TEXT -> quote(scalar.text());
            case NUMBER, FLAG -> text.append(scalar.text());
            case NULL -> text.append("null");
        }
    }

    private void comma(Iterator<?> more) {
        if (more.hasNext()) {
            text.append(',');
        }
    }

    private void close(char bracket, int depth, boolean empty) {
        if (!empty) {
            indent(depth);
        }
        text.append(bracket);
    }

    private void indent(int depth) {
        if (pretty) {
            text.append('\n').repeat("  ", depth);
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                text.append(c).append(value.charAt(++i));
            } else {
                quote(c);
            }
        }
        text.append('"');
    }

    private void quote(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                    escape(c);
                } else {
                    text.append(c);
                }
            }
        }
    }

    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
