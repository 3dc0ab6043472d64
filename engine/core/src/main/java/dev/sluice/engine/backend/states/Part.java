package dev.sluice.engine.backend.states;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object of a definition, its members taken one after the other; what is wrong is noted with where it stands. */
final class Part {
    private final ObjectNode members;
    private final List<String> path;
    private final List<Flaw> flaws;
    private final Set<String> taken = new HashSet<>(Set.of("Comment"));

    Part(ObjectNode members, List<String> path, List<Flaw> flaws) {
        this.members = members;
        this.path = List.copyOf(path);
        this.flaws = flaws;
    }

    List<String> path(String... further) {
        var longer = new ArrayList<>(path);
        longer.addAll(List.of(further));
        return longer;
    }

    void flaw(String member, String message) {
        flaws.add(new Flaw(member.isEmpty() ? path : path(member), message));
    }

    boolean has(String member) {
        return members.has(member);
    }

    /** The value as it is, null included; absent if it is missing. */
    Optional<JsonNode> value(String member) {
        taken.add(member);
        return Optional.ofNullable(members.get(member));
    }

    Optional<String> text(String member) {
        return value(member).flatMap(value -> {
            if (value.isString()) {
                return Optional.of(value.stringValue());
            }
            flaw(member, "\"" + member + "\" must be text.");
            return Optional.empty();
        });
    }

    Optional<String> requiredText(String member) {
        if (!has(member)) {
            flaw("", "\"" + member + "\" is missing here. Add it.");
        }
        return text(member);
    }

    Optional<Double> number(String member, double least, double most) {
        return value(member).flatMap(value -> {
            if (value.isNumber()
                    && value.decimalValue().compareTo(BigDecimal.valueOf(least)) >= 0
                    && value.decimalValue().compareTo(BigDecimal.valueOf(most)) <= 0) {
                return Optional.of(value.doubleValue());
            }
            flaw(member, "\"" + member + "\" must be a number from " + (long) least + " to " + (long) most + ".");
            return Optional.empty();
        });
    }

    /** Objects of a list. */
    List<Part> parts(String member) {
        var parts = new ArrayList<Part>();
        value(member).ifPresent(list -> {
            if (!list.isArray()) {
                flaw(member, "\"" + member + "\" must be a list.");
            }
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                List<String> at = path(member, Integer.toString(i));
                if (list.get(i) instanceof ObjectNode object) {
                    parts.add(new Part(object, at, flaws));
                } else {
                    flaws.add(new Flaw(at, "An object is expected here."));
                }
            }
        });
        return parts;
    }

    List<String> texts(String member) {
        var texts = new ArrayList<String>();
        value(member)
                .ifPresent(list -> list.forEach(item -> {
                    if (item.isString()) {
                        texts.add(item.stringValue());
                    } else {
                        flaw(member, "\"" + member + "\" must be a list of texts.");
                    }
                }));
        return texts;
    }

    Optional<Part> part(String member) {
        return value(member).flatMap(value -> {
            if (value instanceof ObjectNode object) {
                return Optional.of(new Part(object, path(member), flaws));
            }
            flaw(member, "\"" + member + "\" must be an object.");
            return Optional.empty();
        });
    }

    Set<String> names() {
        return members.propertyStream()
                .map(java.util.Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** Notes each member that nobody took. */
    void done() {
        for (String name : names()) {
            if (!taken.contains(name)) {
                flaw(name, "\"" + name + "\" is not known here or not modelled. Check its spelling or remove it.");
            }
        }
    }
}
