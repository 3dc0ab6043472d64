package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ServiceIds;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;

/** The intrinsic functions that are modelled. */
enum Intrinsic {
    FORMAT("States.Format"),
    STRING_TO_JSON("States.StringToJson"),
    JSON_TO_STRING("States.JsonToString"),
    ARRAY("States.Array"),
    ARRAY_LENGTH("States.ArrayLength"),
    MATH_ADD("States.MathAdd"),
    UUID("States.UUID");

    private final String text;

    Intrinsic(String text) {
        this.text = text;
    }

    static Optional<Intrinsic> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.text.equals(name))
                .findFirst();
    }

    JsonNode apply(ArrayNode arguments, Scope scope) throws StateFailure {
        return switch (this) {
            case FORMAT -> format(arguments);
            case STRING_TO_JSON -> Json.read(string(arguments, 0)).orElseThrow(() -> failure("the text is no JSON"));
            case JSON_TO_STRING -> Json.text(Json.write(DataSize.checked(argument(arguments, 0))));
            case ARRAY -> arguments;
            case ARRAY_LENGTH -> IntNode.valueOf(argument(arguments, 0).size());
            case MATH_ADD -> IntNode.valueOf(number(arguments, 0) + number(arguments, 1));
            case UUID -> Json.text(ServiceIds.uuid(scope.random()));
        };
    }

    /** Each <code>{}</code> is the next argument. */
    private JsonNode format(ArrayNode arguments) throws StateFailure {
        String template = string(arguments, 0);
        var filled = new StringBuilder();
        int next = 1;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && i + 1 < template.length() && template.charAt(i + 1) == '}') {
                JsonNode value = argument(arguments, next++);
                filled.append(value.isString() ? value.stringValue() : Json.write(DataSize.checked(value)));
                i++;
            } else {
                filled.append(c);
            }
            if (filled.length() > DataSize.MOST) {
                throw new StateFailure("States.DataLimitExceeded", "The result of " + text + " is too long.");
            }
        }
        return Json.text(filled.toString());
    }

    private String string(ArrayNode arguments, int index) throws StateFailure {
        JsonNode value = argument(arguments, index);
        if (!value.isString()) {
            throw failure("argument " + (index + 1) + " is no text");
        }
        return value.stringValue();
    }

    private int number(ArrayNode arguments, int index) throws StateFailure {
        JsonNode value = argument(arguments, index);
        if (!value.isNumber()) {
            throw failure("argument " + (index + 1) + " is no number");
        }
        return value.decimalValue().intValue();
    }

    private JsonNode argument(ArrayNode arguments, int index) throws StateFailure {
        if (index >= arguments.size()) {
            throw failure("argument " + (index + 1) + " is missing");
        }
        return arguments.get(index);
    }

    private StateFailure failure(String why) {
        return new StateFailure("States.IntrinsicFailure", text + ": " + why + ".");
    }
}
