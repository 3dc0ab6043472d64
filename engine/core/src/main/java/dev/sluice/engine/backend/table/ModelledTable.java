package dev.sluice.engine.backend.table;

import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.definition.ServiceBackend.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The items of one table. Not safe for several threads. */
final class ModelledTable {
    /** Items and characters of all of them that are held: DynamoDB has no such limit, this process's memory has. */
    private static final int MOST_ITEMS = 20_000;

    private static final long MOST_CHARACTERS = 32L * 1024 * 1024;

    /** DynamoDB's own limit for an item. */
    private static final int LARGEST_ITEM = 409_600;

    private static final KeyValue NO_SORT_KEY = new KeyValue("S", "", java.math.BigDecimal.ZERO);

    private record Stored(ObjectNode item, int size) {}

    private Table definition;
    private final Map<KeyValue, TreeMap<KeyValue, Stored>> partitions = new LinkedHashMap<>();
    private int count;
    private long characters;

    /** With the items of the definition; one that cannot be an item is left out: the file's reader reports it. */
    ModelledTable(Table definition) {
        this.definition = definition;
        for (String text : definition.items()) {
            Json.readObject(text).ifPresent(item -> {
                try {
                    put(item);
                } catch (ServiceException refused) {
                    // reported where the file is read
                }
            });
        }
    }

    /** A table whose keys change loses its items, as a table made anew. @return false if they change */
    boolean configure(Table changed) {
        boolean same = changed.partitionKey().equals(definition.partitionKey())
                && changed.sortKey().equals(definition.sortKey());
        definition = changed;
        return same;
    }

    Table definition() {
        return definition;
    }

    /** The item that was there. */
    Optional<ObjectNode> put(ObjectNode item) {
        int size = Json.write(item).length();
        if (size > LARGEST_ITEM) {
            throw ServiceException.of("ValidationException", "Item size has exceeded the maximum allowed size");
        }
        KeyValue partition = KeyValue.of(definition.partitionKey(), item);
        KeyValue sort = sortKey(item);
        Optional<ObjectNode> before = remove(partition, sort);
        if (count >= MOST_ITEMS || characters + size > MOST_CHARACTERS) {
            throw ServiceException.of(
                    "LimitExceededException", "The table holds " + count + " items, the most that is modelled.");
        }
        partitions.computeIfAbsent(partition, key -> new TreeMap<>()).put(sort, new Stored(item, size));
        count++;
        characters += size;
        return before;
    }

    Optional<ObjectNode> get(ObjectNode key) {
        KeyValue partition = KeyValue.of(definition.partitionKey(), key);
        KeyValue sort = sortKey(key);
        return Optional.ofNullable(partitions.get(partition))
                .map(items -> items.get(sort))
                .map(Stored::item);
    }

    /** The item that was there. */
    Optional<ObjectNode> delete(ObjectNode key) {
        return remove(KeyValue.of(definition.partitionKey(), key), sortKey(key));
    }

    private Optional<ObjectNode> remove(KeyValue partition, KeyValue sort) {
        TreeMap<KeyValue, Stored> items = partitions.get(partition);
        Stored gone = items == null ? null : items.remove(sort);
        if (items == null || gone == null) {
            return Optional.empty();
        }
        if (items.isEmpty()) {
            partitions.remove(partition);
        }
        count--;
        characters -= gone.size();
        return Optional.of(gone.item());
    }

    private KeyValue sortKey(ObjectNode item) {
        return definition.sortKey().map(key -> KeyValue.of(key, item)).orElse(NO_SORT_KEY);
    }

    List<ObjectNode> query(KeyCondition condition, boolean forward, int most) {
        var items = new ArrayList<ObjectNode>();
        TreeMap<KeyValue, Stored> all = partitions.getOrDefault(condition.partition(), new TreeMap<>());
        for (var entry : (forward ? all : all.descendingMap()).entrySet()) {
            if (items.size() >= most) {
                break;
            }
            if (definition.sortKey().isEmpty() || condition.sort().test(entry.getKey())) {
                items.add(entry.getValue().item());
            }
        }
        return items;
    }

    List<ObjectNode> scan(int most) {
        return partitions.values().stream()
                .flatMap(items -> items.values().stream())
                .map(Stored::item)
                .limit(most)
                .toList();
    }

    TableReading read() {
        return new TableReading(
                definition.name(),
                count,
                scan(TableReading.MOST).stream().map(Json::write).toList());
    }
}
