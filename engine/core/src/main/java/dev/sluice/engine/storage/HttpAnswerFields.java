package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.Fields;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.definition.Backend.HttpAnswer;
import java.util.Map;

/** A fixed HTTP answer, wherever a model gives one. */
final class HttpAnswerFields {
    private HttpAnswerFields() {}

    static Mapping write(HttpAnswer answer) {
        var fields = Mapping.builder()
                .put("status", answer.status())
                .putUnlessEmpty("headers", Node.texts(answer.headers()))
                .putUnlessEmpty("body", answer.body());
        LatencyFields.write(answer.latency(), fields);
        return fields.build();
    }

    static HttpAnswer read(Fields fields) {
        int status = fields.whole("status", 100, 599).map(Long::intValue).orElse(200);
        Map<String, String> headers = fields.texts("headers");
        String body = fields.text("body").orElse("");
        var answer = new HttpAnswer(status, headers, body, LatencyFields.read(fields));
        fields.done();
        return answer;
    }
}
