package dev.sluice.engine.definition;

import dev.sluice.engine.definition.Backend.ModelledFunction;
import java.util.Optional;

/**
 * A function behind an address: its event is posted there and the answer is its payload. That is how Lambda's Runtime
 * Interface Emulator in a container image is called, and any server that takes the event serves as well.
 *
 * @param url {@code http} or {@code https}, for example
 *     {@code http://127.0.0.1:9000/2015-03-31/functions/function/invocations}
 */
public record HttpFunction(String name, String url) implements Backend.Function {
    @Override
    public Optional<ModelledFunction> played() {
        return Optional.empty();
    }
}
