package dev.sluice.engine.control.apikeys;

import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180): fields in double quotes may hold commas, line ends and doubled quotes. Any text is
 * some table; a quote that never closes reaches to the end.
 */
final class CsvTable {
    private final String text;
    private int at;

    private CsvTable(String text) {
        this.text = text;
    }

    /** All lines that are not empty. */
    static List<List<String>> rows(String text) {
        var table = new CsvTable(text.startsWith("\ufeff") ? text.substring(1) : text);
        var rows = new ArrayList<List<String>>();
        while (table.at < table.text.length()) {
            List<String> row = table.row();
            if (!row.equals(List.of(""))) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() {
        var fields = new ArrayList<String>();
        while (true) {
            fields.add(field().strip());
            char end = at < text.length() ? text.charAt(at++) : '\n';
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != ',') {
                return fields;
            }
        }
    }

    private String field() {
        var field = new StringBuilder();
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' && quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append('"');
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                return field.toString();
            } else {
                field.append(c);
            }
        }
        return field.toString();
    }
}
