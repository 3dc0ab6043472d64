package dev.sluice.engine.observation.insights;

import java.util.List;
import java.util.function.Supplier;

/** Who does the parts of a query: the caller's threads, because the engine has none. */
@FunctionalInterface
public interface Workers {
    /** All parts one after the other, on the calling thread. */
    Workers NONE = new Workers() {
        @Override
        public <T> List<T> all(List<Supplier<T>> parts) {
            return parts.stream().map(Supplier::get).toList();
        }
    };

    /** Results in the order of the parts. */
    <T> List<T> all(List<Supplier<T>> parts);
}
