package dev.sluice.engine.execution.mapping;

import java.util.ArrayList;

/**
 * A list that came out of JSON. It differs from a list that the template wrote by how it prints: as JSON, also inside a
 * map (recorded, data-plane section 11).
 */
final class JsonArray extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
}
