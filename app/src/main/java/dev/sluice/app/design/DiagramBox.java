package dev.sluice.app.design;

import static dev.sluice.app.Texts.text;

/** A box of the method diagram, in the order in which a request and then its response goes through them. */
public enum DiagramBox {
    CLIENT("client"),
    LIMITS("limits"),
    METHOD_REQUEST("methodRequest"),
    INTEGRATION_REQUEST("integrationRequest"),
    INTEGRATION("integration"),
    INTEGRATION_RESPONSE("integrationResponse"),
    METHOD_RESPONSE("methodResponse");

    private final String key;

    DiagramBox(String key) {
        this.key = key;
    }

    String title() {
        return text("diagram." + key);
    }

    /** What the box does, in a sentence. */
    String explanation() {
        return text("diagram." + key + ".what");
    }

    String id() {
        return "box-" + key;
    }
}
