package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Backend.FunctionAnswer;
import dev.sluice.engine.definition.Backend.FunctionAnswer.EchoEvent;
import dev.sluice.engine.definition.Backend.FunctionAnswer.Fails;
import dev.sluice.engine.definition.Backend.FunctionAnswer.Payload;
import java.util.Optional;

/**
 * What a modelled function returns, in its file: one of {@code payload} (JSON as text, so that a wrong one can be
 * written too), {@code echoEvent} or {@code error}.
 */
final class FunctionAnswers {
    private FunctionAnswers() {}

    static void write(FunctionAnswer answer, Node.Builder fields) {
        switch (answer) {
            case Payload payload -> fields.put("payload", payload.json());
            case EchoEvent echo -> fields.put("echoEvent", true);
            case Fails fails ->
                fields.put(
                        "error",
                        Mapping.builder()
                                .put("errorMessage", fails.errorMessage())
                                .put("errorType", fails.errorType())
                                .build());
        }
    }

    static Optional<FunctionAnswer> read(Fields fields) {
        Optional<String> payload = fields.text("payload");
        boolean echo = fields.flag("echoEvent").orElse(false);
        boolean error = fields.node("error").isPresent();
        if (payload.isPresent()) {
            return Optional.of(new Payload(payload.get()));
        }
        if (error) {
            Fields failure = fields.fields("error");
            var fails = new Fails(
                    failure.text("errorMessage").orElse(""),
                    failure.text("errorType").orElse(""));
            failure.done();
            return Optional.of(fails);
        }
        if (!echo) {
            fields.error("type", "The function has no answer: add \"payload\", \"echoEvent\": true or \"error\".");
        }
        return echo ? Optional.of(new EchoEvent()) : Optional.empty();
    }
}
