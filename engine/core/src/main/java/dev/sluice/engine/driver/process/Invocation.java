package dev.sluice.engine.driver.process;

import dev.sluice.engine.backend.Call;
import dev.sluice.engine.backend.Outcome;
import dev.sluice.engine.http.HttpResponse;
import java.util.function.Consumer;

/** One call on its way through a pool. */
record Invocation(Call.ToProcess call, Consumer<Outcome> done) {
    String id() {
        return call.requestId();
    }

    void answer(HttpResponse response) {
        done.accept(new Outcome.Answered(response));
    }
}
