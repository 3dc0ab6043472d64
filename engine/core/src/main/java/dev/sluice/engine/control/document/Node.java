package dev.sluice.engine.control.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a JSON or YAML document and where it stands. */
public sealed interface Node {
    Position at();

    /** What a reader of a message would call this: an object, a list, text. */
    String kind();

    /** Members by name, in the author's order. */
    record Mapping(Position at, Map<String, Member> members) implements Node {
        public static final Mapping EMPTY = new Mapping(Position.NONE, Map.of());

        public Mapping {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String kind() {
            return "an object";
        }

        public Optional<Node> get(String name) {
            return Optional.ofNullable(members.get(name)).map(Member::value);
        }

        public static Builder builder() {
            return new Builder();
        }
    }

    /** @param at where the name stands */
    record Member(Position at, Node value) {}

    /** Items in order. */
    record Sequence(Position at, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** @param text the value without quotes and escapes; a number as it was written */
    record Scalar(Position at, Type type, String text) implements Node {
        @Override
        public String kind() {
            return switch (type) {
                case TEXT -> "text";
                case NUMBER -> "a number";
                case FLAG -> "true or false";
                case NULL -> "null";
            };
        }
    }

    /** The types of a scalar. */
    enum Type {
        TEXT,
        NUMBER,
        FLAG,
        NULL
    }

    static Scalar text(String text) {
        return new Scalar(Position.NONE, Type.TEXT, text);
    }

    static Scalar number(Number number) {
        return new Scalar(Position.NONE, Type.NUMBER, number.toString());
    }

    static Scalar flag(boolean flag) {
        return new Scalar(Position.NONE, Type.FLAG, Boolean.toString(flag));
    }

    static Sequence sequence(List<? extends Node> items) {
        return new Sequence(Position.NONE, List.copyOf(items));
    }

    static Sequence texts(List<String> texts) {
        return sequence(texts.stream().map(Node::text).toList());
    }

    static Mapping texts(Map<String, String> texts) {
        var builder = Mapping.builder();
        texts.forEach(builder::put);
        return builder.build();
    }

    /** Collects members in order, for a document that is to be written. */
    final class Builder {
        private final Map<String, Member> members = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, Node value) {
            members.put(name, new Member(Position.NONE, value));
            return this;
        }

        public Builder put(String name, String text) {
            return put(name, Node.text(text));
        }

        public Builder put(String name, boolean flag) {
            return put(name, Node.flag(flag));
        }

        public Builder put(String name, Number number) {
            return put(name, Node.number(number));
        }

        /** Adds the text unless it is empty. */
        public Builder putUnlessEmpty(String name, String text) {
            return text.isEmpty() ? this : put(name, text);
        }

        /** Adds the object unless it has no members. */
        public Builder putUnlessEmpty(String name, Mapping mapping) {
            return mapping.members().isEmpty() ? this : put(name, mapping);
        }

        /** Adds the list unless it has no items. */
        public Builder putUnlessEmpty(String name, Sequence sequence) {
            return sequence.items().isEmpty() ? this : put(name, sequence);
        }

        public Mapping build() {
            return new Mapping(Position.NONE, members);
        }
    }
}
