package dev.sluice.engine.backend.table;

import java.util.List;

/**
 * A table at one instant.
 *
 * @param items JSON text of the first, at most {@value #MOST}
 */
public record TableReading(String name, int count, List<String> items) {
    public static final int MOST = 100;

    public TableReading {
        items = List.copyOf(items);
    }
}
