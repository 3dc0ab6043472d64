package dev.sluice.engine.backend.table;

import dev.sluice.engine.backend.LatencyModel;
import dev.sluice.engine.backend.protocol.Input;
import dev.sluice.engine.backend.protocol.Json;
import dev.sluice.engine.backend.protocol.ResourceName;
import dev.sluice.engine.backend.protocol.Result;
import dev.sluice.engine.backend.protocol.ServiceException;
import dev.sluice.engine.backend.protocol.ServiceModel;
import dev.sluice.engine.definition.ServiceBackend.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import tools.jackson.databind.node.ObjectNode;

/** DynamoDB's tables and their operations. Not safe for several threads. */
public final class TableService implements ServiceModel {
    /** Items of one answer; DynamoDB's limit is 1 MB. */
    private static final int MOST_ITEMS = 1_000;

    /** What would change an answer and is not modelled. */
    private static final Set<String> REFUSED = Set.of(
            "ConditionExpression",
            "FilterExpression",
            "ProjectionExpression",
            "KeyConditions",
            "IndexName",
            "Expected");

    private final Map<String, ModelledTable> tables = new LinkedHashMap<>();

    /** Replaces the tables; one whose name and keys stay keeps its items. */
    public void configure(List<Table> definitions) {
        tables.keySet().retainAll(definitions.stream().map(Table::name).toList());
        for (Table definition : definitions) {
            ModelledTable table = tables.get(definition.name());
            if (table == null || !table.configure(definition)) {
                tables.put(definition.name(), new ModelledTable(definition));
            }
        }
    }

    @Override
    public String resource(ObjectNode input) {
        return ResourceName.of(Json.text(input, "TableName"));
    }

    @Override
    public Result perform(String operation, ObjectNode input, long nowNanos, SplittableRandom random) {
        if (!Set.of("PutItem", "GetItem", "DeleteItem", "Query", "Scan").contains(operation)) {
            throw ServiceModel.unknown(operation);
        }
        ModelledTable table = table(input);
        REFUSED.stream().filter(input::has).findFirst().ifPresent(name -> {
            throw ServiceException.of("ValidationException", name + " is not modelled here.");
        });
        ObjectNode output = switch (operation) {
            case "PutItem" -> returned(input, table.put(object(input, "Item")));
            case "GetItem" -> member("Item", table.get(object(input, "Key")));
            case "DeleteItem" -> returned(input, table.delete(object(input, "Key")));
            case "Query" -> query(table, input);
            default -> list(table.scan(limit(input)));
        };
        return new Result(output, LatencyModel.sampleNanos(table.definition().latency(), random.nextLong()));
    }

    private ModelledTable table(ObjectNode input) {
        ModelledTable table = tables.get(resource(input));
        if (table == null) {
            throw ServiceException.of("ResourceNotFoundException", "Requested resource not found");
        }
        return table;
    }

    private static ObjectNode object(ObjectNode input, String name) {
        if (input.get(name) instanceof ObjectNode object) {
            return object;
        }
        throw ServiceException.of(
                "ValidationException",
                "1 validation error detected: Value null at '" + Character.toLowerCase(name.charAt(0))
                        + name.substring(1) + "' failed to satisfy constraint: Member must not be null");
    }

    private static ObjectNode returned(ObjectNode input, Optional<ObjectNode> before) {
        return Json.text(input, "ReturnValues").equals("ALL_OLD") ? member("Attributes", before) : Json.object();
    }

    private static ObjectNode member(String name, Optional<ObjectNode> item) {
        ObjectNode output = Json.object();
        item.ifPresent(found -> output.set(name, found));
        return output;
    }

    private static ObjectNode query(ModelledTable table, ObjectNode input) {
        Table definition = table.definition();
        var condition = KeyCondition.read(input, definition.partitionKey(), definition.sortKey());
        boolean forward = input.path("ScanIndexForward").asBoolean(true);
        return list(table.query(condition, forward, limit(input)));
    }

    private static int limit(ObjectNode input) {
        return new Input(input, "ValidationException", "ValidationException")
                .whole("Limit", 1, Integer.MAX_VALUE).stream()
                        .map(limit -> Math.min(limit, MOST_ITEMS))
                        .findFirst()
                        .orElse(MOST_ITEMS);
    }

    private static ObjectNode list(List<ObjectNode> items) {
        ObjectNode output = Json.object().put("Count", items.size());
        items.forEach(output.putArray("Items")::add);
        return output.put("ScannedCount", items.size());
    }

    /** Every table, in the workspace's order. */
    public List<TableReading> read() {
        return tables.values().stream().map(ModelledTable::read).toList();
    }

    /** What keeps an item of a table's definition from being one; empty if nothing does. */
    public static Optional<String> flaw(Table table, String item) {
        Optional<ObjectNode> object = Json.readObject(item);
        if (object.isEmpty()) {
            return Optional.of("it is no JSON object");
        }
        try {
            new ModelledTable(
                            new Table(table.name(), table.partitionKey(), table.sortKey(), List.of(), table.latency()))
                    .put(object.get());
            return Optional.empty();
        } catch (ServiceException refused) {
            return Optional.of(refused.reason());
        }
    }
}
