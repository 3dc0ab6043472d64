package dev.sluice.engine.backend.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads payload templates: a member whose name ends in {@code .$} has a path or an intrinsic function as value. */
final class ReadTemplate {
    private static final String DYNAMIC = ".$";

    private ReadTemplate() {}

    static Optional<Template> read(JsonNode value, Part where, String member) {
        if (value.isObject()) {
            var members = new LinkedHashMap<String, Template>();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                String name = entry.getKey();
                if (name.endsWith(DYNAMIC)) {
                    dynamic(entry.getValue(), where, member)
                            .ifPresent(read -> members.put(name.substring(0, name.length() - 2), read));
                } else {
                    read(entry.getValue(), where, member).ifPresent(read -> members.put(name, read));
                }
            }
            return Optional.of(new Template.Members(members));
        }
        if (value.isArray()) {
            List<Template> items = new ArrayList<>();
            value.forEach(item -> read(item, where, member).ifPresent(items::add));
            return Optional.of(new Template.Items(items));
        }
        return Optional.of(new Template.Constant(value));
    }

    private static Optional<Template> dynamic(JsonNode value, Part where, String member) {
        String text = value.isString() ? value.stringValue() : "";
        Optional<Template> read = text.startsWith("States.") ? IntrinsicText.read(text) : path(text);
        if (read.isEmpty()) {
            where.flaw(
                    member,
                    "\"" + text + "\" is no reference path ($.a.b) and no intrinsic function that is modelled"
                            + " (Format, StringToJson, JsonToString, Array, ArrayLength, MathAdd, UUID).");
        }
        return read;
    }

    static Optional<Template> path(String text) {
        return DataPath.read(text).map(path -> new Template.FromPath(text, path));
    }
}
