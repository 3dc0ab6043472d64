package dev.sluice.engine.control.document;

import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Member;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.control.document.Node.Sequence;
import dev.sluice.engine.control.document.Node.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Turns the tokens of one document into a tree. YAML anchors are followed, and CloudFormation's short tags become their
 * long form ({@code !Sub x} is {@code {"Fn::Sub": x}}).
 */
final class TreeBuilder {
    /** Levels of nesting a document may have. */
    static final int DEEPEST = 100;

    /** Nodes a document may have, those that aliases repeat counted again. */
    private static final int MOST_NODES = 500_000;

    private static final Set<String> FUNCTIONS =
            Set.of("Sub", "GetAtt", "Join", "Select", "Split", "FindInMap", "ImportValue", "If", "Base64", "Transform");

    private record Anchored(Node node, int size) {}

    /** The document asks for more than we hold. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Position at;

        TooMuch(Position at, String message) {
            super(message, null, false, false);
            this.at = at;
        }
    }

    private final JsonParser parser;
    private final Problems problems;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;

    TreeBuilder(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    Optional<Node> document() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.error(Position.NONE, "", "The file holds no document.");
                return Optional.empty();
            }
            Node root = node(first, "", 0);
            if (parser.nextToken() != null) {
                problems.error(here(), "", "A second document starts here; only the first is read. Remove it.");
            }
            return Optional.of(root);
        } catch (TooMuch tooMuch) {
            problems.error(tooMuch.at, "", String.valueOf(tooMuch.getMessage()));
            return Optional.empty();
        }
    }

    static Position position(TokenStreamLocation location) {
        return location.getLineNr() < 1
                ? Position.NONE
                : new Position(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }

    private Position here() {
        return position(parser.currentTokenLocation());
    }

    private Node node(JsonToken token, String path, int depth) {
        count(1, depth);
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            return alias(path);
        }
        Object anchor = parser.getObjectId();
        Object tag = parser.getTypeId();
        int before = nodes;
        Node plain = switch (token) {
            case START_OBJECT -> mapping(path, depth);
            case START_ARRAY -> sequence(path, depth);
            default -> scalar(token);
        };
        Node node = tag == null ? plain : tagged(tag.toString(), plain, path);
        if (anchor != null) {
            anchors.put(anchor.toString(), new Anchored(node, nodes - before + 1));
        }
        return node;
    }

    private Scalar scalar(JsonToken token) {
        String text = parser.getString();
        return new Scalar(here(), DocumentParser.type(token), text == null ? "" : text);
    }

    private Node alias(String path) {
        String name = parser.getString();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            problems.error(
                    here(),
                    path,
                    "The alias *" + name + " stands for no finished part above it. Define &" + name + ".");
            return new Scalar(here(), Type.NULL, "");
        }
        count(anchored.size, 0);
        return anchored.node;
    }

    private void count(int more, int depth) {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new TooMuch(here(), "The document has more than " + MOST_NODES + " parts. Divide it.");
        }
        if (depth > DEEPEST) {
            throw new TooMuch(here(), "The document is nested more than " + DEEPEST + " levels deep. Flatten it.");
        }
    }

    private Mapping mapping(String path, int depth) {
        Position at = here();
        var members = new LinkedHashMap<String, Member>();
        var merged = new ArrayList<Mapping>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Position nameAt = here();
            String name = parser.currentName();
            String memberPath = Fields.join(path, name);
            Node value = node(parser.nextToken(), memberPath, depth + 1);
            if (name.equals("<<") && parser instanceof YAMLParser) {
                collectMerged(value, merged);
            } else if (members.containsKey(name)) {
                reportTwice(name, nameAt, memberPath, members);
            } else {
                members.put(name, new Member(nameAt, value));
            }
        }
        merged.forEach(mapping -> mapping.members().forEach(members::putIfAbsent));
        return new Mapping(at, members);
    }

    private void reportTwice(String name, Position at, String path, Map<String, Member> members) {
        Member first = members.get(name);
        int line = first == null ? 0 : first.at().line();
        problems.error(
                at, path, "\"" + name + "\" is there already, on line " + line + "; this one is ignored. Remove one.");
    }

    /** YAML's merge key: {@code <<: *base} or a list of such. */
    private static void collectMerged(Node value, List<Mapping> merged) {
        switch (value) {
            case Mapping mapping -> merged.add(mapping);
            case Sequence sequence ->
                sequence.items().forEach(item -> {
                    if (item instanceof Mapping mapping) {
                        merged.add(mapping);
                    }
                });
            case Scalar scalar -> {}
        }
    }

    private Sequence sequence(String path, int depth) {
        Position at = here();
        var items = new ArrayList<Node>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY && token != null) {
            items.add(node(token, path + "[" + items.size() + "]", depth + 1));
            token = parser.nextToken();
        }
        return new Sequence(at, items);
    }

    private Node tagged(String tag, Node node, String path) {
        String name = tag.startsWith("!") ? tag.substring(1) : tag;
        if (name.startsWith("tag:yaml.org,2002:") || name.isEmpty()) {
            return node;
        }
        boolean reference = name.equals("Ref") || name.equals("Condition");
        if (!reference && !FUNCTIONS.contains(name)) {
            problems.warning(node.at(), path, "The tag !" + name + " is not known and is ignored.");
            return node;
        }
        String function = reference ? name : "Fn::" + name;
        return new Mapping(node.at(), Map.of(function, new Member(node.at(), node)));
    }
}
