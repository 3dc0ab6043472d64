package dev.sluice.engine.control.document;

import dev.sluice.engine.control.Problem.Severity;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Member;
import dev.sluice.engine.control.document.Node.Scalar;
import dev.sluice.engine.control.document.Node.Sequence;
import dev.sluice.engine.control.document.Node.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one object, taken one after the other. A member of the wrong kind is a problem, and so is one that
 * nobody took: {@link #done}.
 */
public final class Fields {
    private final Mapping mapping;
    private final String path;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();

    public Fields(Mapping mapping, String path, Problems problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /** {@code paths./users} and {@code get} make {@code paths./users.get}. */
    public static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public Mapping mapping() {
        return mapping;
    }

    public String path() {
        return path;
    }

    public String path(String name) {
        return join(path, name);
    }

    /** Where the object starts. */
    public Position at() {
        return mapping.at();
    }

    /** Where the member's name stands; where the object starts if there is no such member. */
    public Position at(String name) {
        Member member = mapping.members().get(name);
        return member == null ? mapping.at() : member.at();
    }

    public void error(String name, String message) {
        problems.error(at(name), path(name), message);
    }

    public void warning(String name, String message) {
        problems.warning(at(name), path(name), message);
    }

    /**
     * Reports something inside a member.
     *
     * @param inner names and, for items of lists, positions that lead from this object to it; what is not there is
     *     reported where the way ends
     */
    public void errorInside(List<String> inner, String message) {
        problems.error(positionOf(inner), join(path, String.join(".", inner)), message);
    }

    /** As {@link #errorInside}. */
    public void warningInside(List<String> inner, String message) {
        problems.warning(positionOf(inner), join(path, String.join(".", inner)), message);
    }

    private Position positionOf(List<String> inner) {
        Node node = mapping;
        Position position = mapping.at();
        for (String step : inner) {
            if (node instanceof Mapping object && object.members().containsKey(step)) {
                Member member = object.members().get(step);
                position = member.at();
                node = member.value();
            } else if (node instanceof Sequence list
                    && step.chars().allMatch(Character::isDigit)
                    && Integer.parseInt(step) < list.items().size()) {
                node = list.items().get(Integer.parseInt(step));
                position = node.at();
            } else {
                break;
            }
        }
        return position;
    }

    /** The member's value; absent if it is missing or null. */
    public Optional<Node> node(String name) {
        taken.add(name);
        return mapping.get(name).filter(node -> !(node instanceof Scalar scalar && scalar.type() == Type.NULL));
    }

    /** The member's text; a number or a flag counts as the text it was written as. */
    public Optional<String> text(String name) {
        return node(name).flatMap(node -> {
            if (node instanceof Scalar scalar) {
                return Optional.of(scalar.text());
            }
            return wrong(name, "text", node);
        });
    }

    /** The member's text; a problem if it is missing or empty. */
    public Optional<String> requiredText(String name) {
        Optional<String> text = text(name).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            error(name, "\"" + name + "\" is missing here. Add it.");
        }
        return text;
    }

    public Optional<Boolean> flag(String name) {
        return node(name).flatMap(node -> {
            if (node instanceof Scalar scalar
                    && (scalar.text().equals("true") || scalar.text().equals("false"))) {
                return Optional.of(Boolean.valueOf(scalar.text()));
            }
            return wrong(name, "true or false", node);
        });
    }

    public Optional<BigDecimal> decimal(String name) {
        return node(name).flatMap(node -> {
            try {
                return node instanceof Scalar scalar && scalar.text().length() <= 30
                        ? Optional.of(new BigDecimal(scalar.text()))
                        : wrong(name, "a number", node);
            } catch (NumberFormatException e) {
                return wrong(name, "a number", node);
            }
        });
    }

    /** The member's value as a whole number from {@code least} to {@code most}; anything else is a problem. */
    public Optional<Long> whole(String name, long least, long most) {
        return decimal(name).flatMap(number -> {
            boolean inRange =
                    number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
            if (inRange && number.stripTrailingZeros().scale() <= 0) {
                return Optional.of(number.longValue());
            }
            error(
                    name,
                    "\"" + name + "\" is " + number + " but must be a whole number from " + least + " to " + most
                            + ".");
            return Optional.empty();
        });
    }

    /** One of the constants, whatever the case; anything else is a problem. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).flatMap(text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(text)) {
                    return Optional.of(constant);
                }
            }
            error(name, "\"" + text + "\" is not one of " + List.of(type.getEnumConstants()) + ".");
            return Optional.empty();
        });
    }

    public Optional<Mapping> mapping(String name) {
        return node(name)
                .flatMap(node -> node instanceof Mapping object ? Optional.of(object) : wrong(name, "an object", node));
    }

    /** The member as fields of their own; empty ones if it is missing. */
    public Fields fields(String name) {
        return new Fields(mapping(name).orElse(new Mapping(at(name), Map.of())), path(name), problems);
    }

    /** The items of the member; none if it is missing. */
    public List<Node> items(String name) {
        return node(name)
                .flatMap(node -> node instanceof Sequence list
                        ? Optional.of(list.items())
                        : this.<List<Node>>wrong(name, "a list", node))
                .orElse(List.of());
    }

    /** The texts of a list; an item that is no text is a problem. */
    public List<String> textItems(String name) {
        var texts = new ArrayList<String>();
        for (Node item : items(name)) {
            if (item instanceof Scalar scalar) {
                texts.add(scalar.text());
            } else {
                problems.error(item.at(), path(name), "A list of texts is expected, but here is " + item.kind() + ".");
            }
        }
        return texts;
    }

    /** The fields of a list of objects; an item that is no object is a problem. */
    public List<Fields> fieldItems(String name) {
        var objects = new ArrayList<Fields>();
        int index = 0;
        for (Node item : items(name)) {
            String itemPath = path(name) + "[" + index++ + "]";
            if (item instanceof Mapping object) {
                objects.add(new Fields(object, itemPath, problems));
            } else {
                problems.error(item.at(), itemPath, "An object is expected, but here is " + item.kind() + ".");
            }
        }
        return objects;
    }

    /** The fields of each object in an object, by name; a value that is no object is a problem. */
    public Map<String, Fields> namedFields(String name) {
        var objects = new LinkedHashMap<String, Fields>();
        Fields outer = fields(name);
        for (String inner : outer.mapping.members().keySet()) {
            if (outer.mapping(inner).isPresent()) {
                objects.put(inner, outer.fields(inner));
            }
        }
        return objects;
    }

    /** The texts of an object by name; a value that is no text is a problem. */
    public Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        Fields inner = fields(name);
        for (String key : inner.mapping.members().keySet()) {
            inner.text(key).ifPresent(text -> texts.put(key, text));
        }
        return texts;
    }

    /** Takes the member if it is there and reports what becomes of it. */
    public boolean lost(String name, Severity severity, String message) {
        boolean there = node(name).isPresent();
        if (there) {
            problems.add(severity, at(name), path(name), message);
        }
        return there;
    }

    /** Takes the members without a word and says how many there were. */
    public int skip(Set<String> names) {
        taken.addAll(names);
        return (int) names.stream().filter(mapping.members()::containsKey).count();
    }

    /** Reports each member that nobody took. */
    public void done() {
        for (var member : mapping.members().entrySet()) {
            if (!taken.contains(member.getKey())) {
                problems.warning(
                        member.getValue().at(),
                        path(member.getKey()),
                        "\"" + member.getKey()
                                + "\" is not known here and has no effect. Check its spelling or remove it.");
            }
        }
    }

    private <T> Optional<T> wrong(String name, String expected, Node node) {
        String found = node instanceof Scalar scalar ? "\"" + shortened(scalar.text()) + "\"" : node.kind();
        error(name, "\"" + name + "\" must be " + expected + ", but here is " + found + ".");
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
