package dev.sluice.engine.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sluice.engine.definition.ApiDefinition;
import dev.sluice.engine.definition.Deployment;
import dev.sluice.engine.definition.RestApi;
import dev.sluice.engine.definition.Stage;
import dev.sluice.engine.definition.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/** What tests of control operations share: patches, ids, errors, and a workspace with an API {@code a1} on a stage. */
public final class Patches {
    private Patches() {}

    public static List<PatchOperation> replace(String path, String value) {
        return List.of(new PatchOperation("replace", Optional.of(path), Optional.of(value)));
    }

    public static List<PatchOperation> add(String path, String value) {
        return List.of(new PatchOperation("add", Optional.of(path), Optional.of(value)));
    }

    public static List<PatchOperation> remove(String path) {
        return List.of(new PatchOperation("remove", Optional.of(path), Optional.empty()));
    }

    /** Ids of ten letters, each another one. */
    public static Supplier<String> ids() {
        var next = new AtomicLong();
        return () -> StableId.of("test", Long.toString(next.getAndIncrement()));
    }

    /** Checks that something is refused exactly so. */
    public static void refuses(ControlException.Code code, String message, Executable operation) {
        ControlException error = assertThrows(ControlException.class, operation);
        assertEquals(message, error.getMessage());
        assertEquals(code, error.code());
    }

    public static Workspace oneApi() {
        var definition =
                new ApiDefinition("a", "", "", ApiDefinition.ApiKeySource.HEADER, List.of(), List.of(), Map.of());
        var stage = new Stage("prod", "d1", "", Map.of(), Map.of(), Optional.empty(), false);
        return Workspace.empty("w")
                .withRestApi(new RestApi(
                        "a1", definition, List.of(new Deployment("d1", "", 1, definition)), List.of(stage)));
    }
}
