package dev.sluice.engine.storage;

import dev.sluice.engine.control.document.DocumentParser;
import dev.sluice.engine.control.document.JsonText;
import dev.sluice.engine.control.document.Node;
import dev.sluice.engine.control.document.Problems;
import java.nio.charset.StandardCharsets;

/**
 * JSON text that a definition holds as text and a file as what it is, so that it reads well there: a state machine, an
 * event pattern, an item. Text that is no JSON object stays text.
 */
final class EmbeddedJson {
    private EmbeddedJson() {}

    static Node write(String json) {
        if (json.stripLeading().startsWith("{")) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            var problems = new Problems("");
            var node = DocumentParser.parse("embedded.json", bytes, problems);
            if (node.isPresent() && problems.list().isEmpty()) {
                return node.get();
            }
        }
        return Node.text(json);
    }

    static String read(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : JsonText.oneLine(node);
    }
}
