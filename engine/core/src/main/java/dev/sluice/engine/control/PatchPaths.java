package dev.sluice.engine.control;

import java.util.List;
import java.util.Map;

/**
 * Which paths a resource's patch operations may have, by the operation. For resources that name their choices in the
 * error (recorded: API keys, models, request validators; the others by likeness).
 *
 * @param byOp fixed paths by {@code add}, {@code replace} or {@code remove}, in the order in which AWS lists them
 */
public record PatchPaths(Map<String, List<String>> byOp) {
    public PatchPaths {
        byOp = Map.copyOf(byOp);
    }

    /** For a resource whose members can only be replaced. */
    public static PatchPaths replacing(String... paths) {
        return new PatchPaths(Map.of("replace", List.of(paths)));
    }

    /** The operation's path, which is one of the fixed ones. */
    public String check(PatchOperation operation) {
        String path = operation.path().orElse("");
        if (!byOp.getOrDefault(operation.op(), List.of()).contains(path)) {
            throw wrong(operation);
        }
        return path;
    }

    /** The error for an operation that the resource does not have on that path. */
    public ControlException wrong(PatchOperation operation) {
        if (operation.path().isEmpty()) {
            return operation.wrongPath();
        }
        String start =
                "Invalid patch path  '" + operation.path().get() + "' specified for op '" + operation.op() + "'. ";
        List<String> choices = byOp.getOrDefault(operation.op(), List.of());
        return ControlException.badRequest(
                start + (choices.isEmpty() ? "Please choose supported operations" : "Must be one of: " + choices));
    }
}
