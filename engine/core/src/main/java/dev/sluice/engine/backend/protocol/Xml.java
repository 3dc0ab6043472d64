package dev.sluice.engine.backend.protocol;

import tools.jackson.databind.JsonNode;

/** A JSON value as the elements of the query protocol: members are elements, the items of a list repeat theirs. */
public final class Xml {
    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>");

    /** Starts an element. */
    public Xml open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    /** Starts an element of this XML namespace. */
    public Xml open(String name, String namespace) {
        text.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    public Xml close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /** The value as an element of this name; null is none, a list is one for each item. */
    public Xml element(String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> element(name, item));
        } else if (!value.isNull()) {
            open(name);
            if (value.isObject()) {
                value.properties().forEach(member -> element(member.getKey(), member.getValue()));
            } else {
                escape(value.asString());
            }
            close(name);
        }
        return this;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#xd;");
                default -> text.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
