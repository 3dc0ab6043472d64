package dev.sluice.engine.backend.states;

import dev.sluice.engine.backend.protocol.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A payload template, as {@code Parameters} and {@code ResultSelector} have it. */
sealed interface Template {
    /** JSON as it stands there. */
    record Constant(JsonNode value) implements Template {}

    /** A member whose name ends in {@code .$}. */
    record FromPath(String text, DataPath path) implements Template {}

    /** An intrinsic function. */
    record Function(Intrinsic function, List<Template> arguments) implements Template {}

    record Members(Map<String, Template> members) implements Template {}

    record Items(List<Template> items) implements Template {}

    /** @throws StateFailure {@code States.ParameterPathFailure} if a path leads nowhere, or what a function says */
    default JsonNode fill(JsonNode data, Scope scope) throws StateFailure {
        return switch (this) {
            case Constant(JsonNode value) -> value;
            case FromPath(String text, DataPath path) -> {
                var found = path.in(data, scope.context());
                if (found.isEmpty()) {
                    throw new StateFailure(
                            "States.ParameterPathFailure",
                            "The JSONPath '" + text + "' could not be found in the input.");
                }
                yield found.get();
            }
            case Function(Intrinsic function, List<Template> arguments) -> {
                ArrayNode values = Json.array();
                for (Template argument : arguments) {
                    values.add(argument.fill(data, scope));
                }
                yield function.apply(values, scope);
            }
            case Members(Map<String, Template> members) -> {
                ObjectNode object = Json.object();
                for (var member : members.entrySet()) {
                    object.set(member.getKey(), member.getValue().fill(data, scope));
                }
                yield object;
            }
            case Items(List<Template> items) -> {
                ArrayNode array = Json.array();
                for (Template item : items) {
                    array.add(item.fill(data, scope));
                }
                yield array;
            }
        };
    }
}
