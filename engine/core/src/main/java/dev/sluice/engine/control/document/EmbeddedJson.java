package dev.sluice.engine.control.document;

import dev.sluice.engine.control.document.Node.Mapping;
import dev.sluice.engine.control.document.Node.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON that a definition holds as text, and a document as an object where that reads back the same. */
public final class EmbeddedJson {
    private EmbeddedJson() {}

    /** The text as an object; a text that is none, or would not read back to the letter, stays text. */
    public static Node node(String json) {
        Optional<Node> parsed =
                DocumentParser.parse("text.json", json.getBytes(StandardCharsets.UTF_8), new Problems("text.json"));
        return parsed.filter(Mapping.class::isInstance)
                .filter(node -> JsonText.oneLine(node).equals(json))
                .orElseGet(() -> Node.text(json));
    }

    /** The node as text on one line; a text stands as it is. */
    public static String text(Node node) {
        return node instanceof Scalar scalar ? scalar.text() : JsonText.oneLine(node);
    }
}
