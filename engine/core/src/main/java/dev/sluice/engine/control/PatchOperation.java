package dev.sluice.engine.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code patchOperations}.
 *
 * @param op {@code add}, {@code replace}, {@code remove} and so on; checked by {@link #check}
 * @param path JSON Pointer in AWS's dialect
 * @param value always text, also of numbers and booleans
 * @param from path that a copy reads
 */
public record PatchOperation(String op, Optional<String> path, Optional<String> value, Optional<String> from) {
    private static final List<String> OPS = List.of("add", "remove", "move", "test", "replace", "copy");

    /** An operation that copies nothing. */
    public PatchOperation(String op, Optional<String> path, Optional<String> value) {
        this(op, path, value, Optional.empty());
    }

    /**
     * Refuses operations that the model does not know, all of them in one error.
     *
     * @param input name of the operation's input, {@code updateStageInput} for example
     */
    public static void check(List<PatchOperation> operations, String input) {
        var errors = new ArrayList<String>();
        for (int i = 0; i < operations.size(); i++) {
            String op = operations.get(i).op();
            if (!OPS.contains(op)) {
                errors.add("Value '" + op + "' at '" + input + ".patchOperations." + (i + 1)
                        + ".member.op' failed to satisfy constraint: Member must satisfy enum value set: " + OPS);
            }
        }
        if (!errors.isEmpty()) {
            throw ControlException.validations(errors);
        }
    }

    /** What follows the prefix in the path, unescaped; empty if the path does not begin with it. */
    public Optional<String> below(String prefix) {
        return path.filter(text -> text.startsWith(prefix) && text.length() > prefix.length())
                .map(text -> text.substring(prefix.length()).replace("~1", "/").replace("~0", "~"));
    }

    /** The error for a path that this resource does not have, or not for this operation. */
    public ControlException wrongPath() {
        return ControlException.badRequest("Invalid patch path " + path.orElse("null"));
    }
}
