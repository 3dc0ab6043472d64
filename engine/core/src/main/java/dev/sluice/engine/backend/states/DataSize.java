package dev.sluice.engine.backend.states;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How much a value may be: what a state hands on has at most {@link #MOST} bytes and {@link #DEEPEST} levels. */
final class DataSize {
    /** Step Functions' own limit: 256 KiB. */
    static final int MOST = 262_144;

    static final int DEEPEST = 200;

    private int left = MOST;

    private DataSize() {}

    /** @throws StateFailure {@code States.DataLimitExceeded} */
    static JsonNode checked(JsonNode value) throws StateFailure {
        if (!new DataSize().fits(value, 0)) {
            throw new StateFailure(
                    "States.DataLimitExceeded",
                    "The state's data is over the limit of " + MOST + " bytes or " + DEEPEST + " levels.");
        }
        return value;
    }

    /** Stops as soon as it is too much, so that a value that names a large one many times costs little. */
    private boolean fits(JsonNode value, int depth) {
        if (depth > DEEPEST || left < 0) {
            return false;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                left -= member.getKey().length() + 4;
                if (!fits(member.getValue(), depth + 1)) {
                    return false;
                }
            }
            left -= 2;
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                left -= 1;
                if (!fits(item, depth + 1)) {
                    return false;
                }
            }
            left -= 2;
        } else {
            left -= value.isString() ? value.stringValue().length() + 2 : 5;
        }
        return left >= 0;
    }
}
