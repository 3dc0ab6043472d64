package dev.sluice.engine.backend.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of an operation's input, checked as they are taken. A number may come as text, as forms have it.
 *
 * @param invalid code of the refusal for a value that cannot be
 * @param missing code of the refusal for a member that has to be there
 */
public record Input(ObjectNode members, String invalid, String missing) {
    /** The text; empty if the member is missing or empty. */
    public Optional<String> text(String name) {
        JsonNode value = members.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asString()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** @throws ServiceException if the member is missing or empty */
    public String requiredText(String name) {
        return text(name)
                .orElseThrow(
                        () -> ServiceException.of(missing, "The request must contain the parameter " + name + "."));
    }

    /** @throws ServiceException if the member is there and no whole number from {@code least} to {@code most} */
    public OptionalInt whole(String name, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return OptionalInt.of(value);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw ServiceException.of(
                invalid,
                "Value " + shortened(text.get()) + " for parameter " + name + " is invalid. Reason: Must be between "
                        + least + " and " + most + ", if provided.");
    }

    /** The objects of a list; none if it is missing. */
    public List<Input> objects(String name) {
        var objects = new ArrayList<Input>();
        members.path(name).forEach(item -> {
            if (item instanceof ObjectNode object) {
                objects.add(new Input(object, invalid, missing));
            }
        });
        return objects;
    }

    /** The texts of a list; none if it is missing. */
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        members.path(name).forEach(item -> {
            if (item.isString()) {
                texts.add(item.stringValue());
            }
        });
        return texts;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
