package dev.sluice.engine.control;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Ids of new things. */
public final class NewId {
    private NewId() {}

    /**
     * An id that nothing has yet.
     *
     * @param ids where ids come from, another one each time
     */
    public static String unused(Supplier<String> ids, Predicate<String> isUsed) {
        String id = ids.get();
        while (isUsed.test(id)) {
            id = ids.get();
        }
        return id;
    }
}
