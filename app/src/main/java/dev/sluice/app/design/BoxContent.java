package dev.sluice.app.design;

import java.util.List;

/**
 * What a box of the diagram holds for one method.
 *
 * @param firstLine the more important of its two summary lines
 * @param secondLine may be empty
 */
public record BoxContent(String firstLine, String secondLine, List<Field> fields, List<Template> templates) {
    public BoxContent {
        fields = List.copyOf(fields);
        templates = List.copyOf(templates);
    }

    static BoxContent of(String firstLine, String secondLine, Field... fields) {
        return new BoxContent(firstLine, secondLine, List.of(fields), List.of());
    }

    /** A setting by AWS's name for it. */
    public record Field(String name, String value) {}

    /** A mapping template, by what it is for and its content type. */
    public record Template(String title, String text) {}
}
